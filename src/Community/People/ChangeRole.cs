using Community.Governance;
using Community.People.Guests;
using Community.Store;

namespace Community.People;

/// <summary>An administrator changes what a person may. It counts from the next request on; with fewer rights all sessions end.</summary>
public sealed class ChangeRole(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not an administrator, or nobody else would be one.</exception>
    public Task Run(long? actorId, long personId, Role role, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        var person = await db.PersonToChange(personId, stop);
        if (person.Role == Role.Administrator && role != Role.Administrator && person.ClosedAt is null) await db.DemandAnotherAdministrator(personId, stop);

        if (role.IsLessThan(person.Role)) await db.EndSessionsOf(personId, null, clock.Now(), stop);
        person.GiveRole(role, actorId, clock.Now());
        if (role == Role.Guest)
        {
            await db.LeaveGuestsOf(personId, actorId, clock.Now(), stop);
        }
        else
        {
            // Who is staff now needs nobody to answer for them.
            await db.EndSponsorshipOf(person, SponsorshipEnd.BecameStaff, "", actorId, clock.Now(), stop);
            person.HaveAccess(null, actorId, clock.Now());
        }

        await db.SaveChangesAsync(stop);
    }, stop);
}
