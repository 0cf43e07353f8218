using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Live;

/// <summary>Cuts the lines of sessions and tokens that ended and of people whose account was closed, within five seconds.</summary>
sealed class LiveEnding(LiveFeed feed, ContextFactory contexts, ILogger<LiveEnding> log) : BackgroundService
{
    const int LinesAQuery = 1_000;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public async Task<bool> IsOver(LiveConnection connection, CancellationToken stop) => (await Over([connection], stop)).Count > 0;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await Next(timer, stoppingToken))
        {
            try
            {
                foreach (var some in feed.Connections.Chunk(LinesAQuery))
                    foreach (var connection in await Over(some, stoppingToken)) connection.Cut();
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError(error, "Sessions of live lines could not be read");
            }
        }
    }

    static async Task<bool> Next(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    async Task<IReadOnlyList<LiveConnection>> Over(IReadOnlyCollection<LiveConnection> some, CancellationToken stop)
    {
        await using var db = contexts.Create();
        var sessionIds = some.Select(c => c.SessionId).OfType<Guid>().Distinct().ToList();
        var personIds = some.Select(c => c.PersonId).Distinct().ToList();
        var sessions = sessionIds.Count == 0 ? [] : await db.Sessions.Where(s => sessionIds.Contains(s.Id) && s.EndedAt == null).Select(s => s.Id).ToHashSetAsync(stop);
        var tokenIds = some.Select(c => c.TokenId).OfType<long>().Distinct().ToList();
        var tokens = tokenIds.Count == 0 ? [] : await db.WorkingTokens().Where(t => tokenIds.Contains(t.Id)).Select(t => t.Id).ToHashSetAsync(stop);
        var people = await db.People.Where(p => personIds.Contains(p.Id) && p.ClosedAt == null).Select(p => p.Id).ToHashSetAsync(stop);

        return [.. some.Where(c => !people.Contains(c.PersonId) || c.SessionId is { } session && !sessions.Contains(session) || c.TokenId is { } token && !tokens.Contains(token))];
    }
}
