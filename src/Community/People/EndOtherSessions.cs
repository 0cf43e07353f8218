using Community.Store;

namespace Community.People;

/// <summary>Signs a person out everywhere else.</summary>
public sealed class EndOtherSessions(CommunityStore store, TimeProvider clock)
{
    public Task Run(long personId, Guid keep, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.EndSessionsOf(personId, keep, clock.Now(), stop);
        await db.SaveChangesAsync(stop);
    }, stop);
}
