using System.Collections.Concurrent;
using Community.People;
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

    readonly ConcurrentDictionary<Guid, (long Looked, bool IsLive, long PersonId)> known = new();

    public async ValueTask<bool> IsLive(Guid sessionId, long personId)
    {
        if (known.TryGetValue(sessionId, out var at) && clock.GetElapsedTime(at.Looked) < Remembered) return at.IsLive && at.PersonId == personId;

        var looked = clock.GetTimestamp();
        var isLive = await Look(sessionId, personId);
        if (known.Count > MaxRemembered) known.Clear();
        known[sessionId] = (looked, isLive, personId);
        return isLive;
    }

    /// <summary>After an act that ends sessions: it counts at once here.</summary>
    public void Forget() => known.Clear();

    async Task<bool> Look(Guid sessionId, long personId)
    {
        var seenAt = await store.Read(db =>
        {
            var people = db.People;
            return db.Sessions.Where(s => s.Id == sessionId && s.PersonId == personId && s.EndedAt == null && people.Any(p => p.Id == personId && p.ClosedAt == null))
                .Select(s => (DateTime?)s.SeenAt).FirstOrDefaultAsync();
        });
        if (seenAt is null || clock.Now() - seenAt > Idle) return false;

        if (clock.Now() - seenAt > SeenEvery) later.Do((services, stop) => services.GetRequiredService<SeeSession>().Run(sessionId, stop));
        return true;
    }
}
