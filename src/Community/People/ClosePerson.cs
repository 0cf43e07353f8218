using Community.Governance;
using Community.People.Guests;
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

        await db.CloseAccount(person, actorId, clock.Now(), stop);
        await db.EndSponsorshipOf(person, SponsorshipEnd.Closed, "", actorId, clock.Now(), stop);
        await db.LeaveGuestsOf(personId, actorId, clock.Now(), stop);
        await db.SaveChangesAsync(stop);
    }, stop);
}
