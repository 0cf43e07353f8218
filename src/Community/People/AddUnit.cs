using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>An administrator adds a department or branch.</summary>
public sealed class AddUnit(CommunityStore store, TimeProvider clock)
{
    /// <returns>Its id.</returns>
    /// <exception cref="RefusedException">Not an administrator, or the name cannot be taken.</exception>
    public Task<long> Run(long? actorId, string name, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        var unit = new Unit(name, actorId, clock.Now());
        if (await db.Units.AnyAsync(u => u.NameFolded == unit.NameFolded, stop))
            throw new RefusedException(Refusal.Conflict, "There is a unit of this name already.") { Field = "Name" };

        db.Units.Add(unit);
        await db.SaveChangesAsync(stop);
        return unit.Id;
    }, stop);
}
