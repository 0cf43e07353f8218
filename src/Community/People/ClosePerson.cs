using Community.Governance;
using Community.Store;

namespace Community.People;

/// <summary>An administrator closes an account: nobody signs in with it, its sessions, links and tokens end, its posts stay.</summary>
public sealed class ClosePerson(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not an administrator, or nobody else would be one.</exception>
    public Task Run(long? actorId, long personId, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        var person = await db.PersonToChange(personId, stop);
        if (person.Role == Role.Administrator) await db.DemandAnotherAdministrator(personId, stop);

        person.Close(actorId, clock.Now());
        await db.EndSessionsOf(personId, null, clock.Now(), stop);
        await db.EndLinksOf(personId, clock.Now(), stop);
        await db.EndTokensOf(personId, clock.Now(), stop);
        await db.SaveChangesAsync(stop);
    }, stop);
}
