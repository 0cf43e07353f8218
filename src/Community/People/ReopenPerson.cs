using Community.Store;

namespace Community.People;

/// <summary>An administrator opens a closed account again.</summary>
public sealed class ReopenPerson(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not an administrator.</exception>
    public Task Run(long? actorId, long personId, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        var person = await db.PersonToChange(personId, stop);
        if (person.AccessUntil is not null) throw new RefusedException(Refusal.Conflict, "This is a guest whose time is over. Renew it under Guests: somebody answers for them, until a day.");

        person.Reopen(actorId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
