using Community.Governance;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Spaces;

/// <summary>A steward brings a whole unit into a space.</summary>
public sealed class EnrolUnit(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not a steward, or no such unit.</exception>
    public Task Run(long actorId, string slug, long unitId, bool isIn, CancellationToken stop = default) => store.Write(async db =>
    {
        var space = await db.SpaceToChange(await db.Viewer(actorId, stop), slug, Act.Enrol, stop);
        if (!await db.Units.AnyAsync(u => u.Id == unitId, stop))
            throw new RefusedException(Refusal.Invalid, "There is no such unit. Choose one from the list.") { Field = "Unit" };

        var before = await db.UnitMemberships.FindAsync([space.Id, unitId], stop);
        if (isIn && before is null) db.UnitMemberships.Add(new UnitMembership(space.Id, unitId, actorId, clock.Now()));
        else if (!isIn && before is not null) db.UnitMemberships.Remove(before);
        else return;

        space.TellCharter(FormattableString.Invariant($"unit {unitId} {(isIn ? "came in" : "left")}"), actorId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
