using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>Puts on record that an administrator reads the audit log, or takes it out, before it is shown.</summary>
public sealed class NoteAuditRead(CommunityStore store, TimeProvider clock)
{
    /// <param name="what">Which part of it.</param>
    /// <exception cref="RefusedException">Not an administrator.</exception>
    public Task Run(long? actorId, string what, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        var person = await db.People.FirstAsync(p => p.Id == actorId, stop);
        person.TellAuditRead(what, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
