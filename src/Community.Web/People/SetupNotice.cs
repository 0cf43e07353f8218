using Community.People;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Community.Web.People;

/// <summary>On a first start: makes the setup token and says where to enter it.</summary>
public sealed class SetupNotice(SetupState setup, SetupToken token, IServer server, IHostApplicationLifetime life, ILogger<SetupNotice> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await setup.IsDone(cancellationToken))
        {
            token.End();
            return;
        }

        var made = token.Make();
        life.ApplicationStarted.Register(() => log.LogInformation("Open {Address}/setup and enter the token {Token}", server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(), made));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
