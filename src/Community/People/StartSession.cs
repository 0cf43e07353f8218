using Community.People.Guests;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>Signs a person in on a device.</summary>
public sealed class StartSession(CommunityStore store, TimeProvider clock)
{
    /// <param name="stamp">The account's security stamp when the password was checked: a password changed since then lets nobody in.</param>
    /// <param name="device">The browser's own description.</param>
    /// <returns>The session's id.</returns>
    /// <exception cref="RefusedException">The account was closed or its password changed meanwhile.</exception>
    public Task<Guid> Run(long personId, string? stamp, string device, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.HoldPerson(personId, stop);
        var people = db.PeopleWithAccess();
        if (!await db.Accounts.AnyAsync(a => a.PersonId == personId && (stamp == null || a.SecurityStamp == stamp) && people.Any(p => p.Id == personId), stop))
            throw new RefusedException(Refusal.Conflict, "Meanwhile this account has changed. Sign in again.");

        var session = new Session(Guid.NewGuid(), personId, device, clock.Now());
        db.Sessions.Add(session);
        await db.SaveChangesAsync(stop);
        return session.Id;
    }, stop);
}
