using Community.People;

namespace Community.Web.People;

/// <summary>On a first start: makes the setup token, for the command to say where to enter it.</summary>
public sealed class SetupNotice(SetupState setup, SetupToken token) : IHostedService
{
    /// <summary>Null when the site is set up already.</summary>
    public string? Token { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await setup.IsDone(cancellationToken)) token.End();
        else Token = token.Make();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
