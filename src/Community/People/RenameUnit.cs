using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>An administrator gives a unit another name.</summary>
public sealed class RenameUnit(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not an administrator, there is no such unit, or the name cannot be taken.</exception>
    public Task Run(long? actorId, long unitId, string name, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        var unit = await db.Units.FirstOrDefaultAsync(u => u.Id == unitId, stop)
            ?? throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        unit.Rename(name, actorId, clock.Now());
        if (await db.Units.AnyAsync(u => u.Id != unitId && u.NameFolded == unit.NameFolded, stop))
            throw new RefusedException(Refusal.Conflict, "There is a unit of this name already.") { Field = "Name" };

        foreach (var mask in await db.Masks.Include(m => m.Worn).Where(m => m.Voice == Voice.Unit && m.UnitId == unitId).ToListAsync(stop)) mask.Worn.Call(unit.Name);
        await db.SaveChangesAsync(stop);
    }, stop);
}
