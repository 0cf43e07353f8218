using Community.People;
using Community.People.Guests;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Live;

/// <summary>Cuts the lines of sessions and tokens that ended and of people whose account was closed, within five seconds; of guests whose time is over within one.</summary>
sealed class LiveEnding(LiveFeed feed, ContextFactory contexts, ILogger<LiveEnding> log) : BackgroundService
{
    const int LinesAQuery = 1_000;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>So many times only guests are looked at, whose end no event tells.</summary>
    const int GuestsOnly = 3;

    public async Task<bool> IsOver(LiveConnection connection, CancellationToken stop) => (await Over([connection], stop)).Count > 0;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        for (var turn = 1; await Next(timer, stoppingToken); turn++)
        {
            try
            {
                await CutGuests(stoppingToken);
                if (turn % (GuestsOnly + 1) != 0) continue;

                foreach (var some in feed.Connections.Chunk(LinesAQuery))
                    foreach (var connection in await Over(some, stoppingToken)) connection.Cut();
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError(error, "Sessions of live lines could not be read");
            }
        }
    }

    async Task CutGuests(CancellationToken stop)
    {
        var connections = feed.Connections;
        if (connections.Count == 0) return;

        await using var db = contexts.Create();
        var now = db.Now;
        var over = await db.People.Where(p => p.AccessUntil <= now && p.ClosedAt == null).Select(p => p.Id).ToHashSetAsync(stop);
        foreach (var connection in connections.Where(c => over.Contains(c.PersonId))) connection.Cut();
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
        var people = await db.PeopleWithAccess().Where(p => personIds.Contains(p.Id)).Select(p => p.Id).ToHashSetAsync(stop);

        return [.. some.Where(c => !people.Contains(c.PersonId) || c.SessionId is { } session && !sessions.Contains(session) || c.TokenId is { } token && !tokens.Contains(token))];
    }
}
