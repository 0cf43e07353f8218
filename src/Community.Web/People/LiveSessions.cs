using System.Collections.Concurrent;
using Community.People;
using Community.People.Guests;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.People;

/// <summary>Whether a session still counts. Remembered for three seconds, so that what ends elsewhere ends here within five.</summary>
public sealed class LiveSessions(CommunityStore store, Unhurried later, TimeProvider clock)
{
    const int MaxRemembered = 20_000;

    static readonly TimeSpan Remembered = TimeSpan.FromSeconds(3);

    static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(10);

    /// <summary>A session that nobody used for so long is over.</summary>
    static readonly TimeSpan Idle = TimeSpan.FromDays(90);

    readonly ConcurrentDictionary<Guid, (long Looked, bool IsLive, long PersonId, DateTime? Until)> known = new();

    public async ValueTask<bool> IsLive(Guid sessionId, long personId)
    {
        if (known.TryGetValue(sessionId, out var at) && clock.GetElapsedTime(at.Looked) < Remembered) return at.IsLive && at.PersonId == personId && !(at.Until <= clock.Now());

        var looked = clock.GetTimestamp();
        var (isLive, until) = await Look(sessionId, personId);
        if (known.Count > MaxRemembered) known.Clear();
        known[sessionId] = (looked, isLive, personId, until);
        return isLive;
    }

    /// <summary>After an act that ends sessions: it counts at once here.</summary>
    public void Forget() => known.Clear();

    async Task<(bool IsLive, DateTime? Until)> Look(Guid sessionId, long personId)
    {
        var seen = await store.Read(db =>
        {
            var people = db.PeopleWithAccess();
            return db.Sessions.Where(s => s.Id == sessionId && s.PersonId == personId && s.EndedAt == null && people.Any(p => p.Id == personId))
                .Select(s => new { s.SeenAt, Until = people.Where(p => p.Id == personId).Select(p => p.AccessUntil).FirstOrDefault() }).FirstOrDefaultAsync();
        });
        if (seen is null || clock.Now() - seen.SeenAt > Idle) return (false, null);

        if (clock.Now() - seen.SeenAt > SeenEvery) later.Do((services, stop) => services.GetRequiredService<SeeSession>().Run(sessionId, stop));
        return (true, seen.Until);
    }
}
