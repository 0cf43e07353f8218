using Community.Governance;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Experts;

/// <summary>Says how long evidence of a space takes to count half.</summary>
public sealed class ChooseHalfLife(CommunityStore store, TimeProvider clock)
{
    /// <param name="months">Null: it does not age.</param>
    /// <exception cref="RefusedException">Not a steward or administrator, or the time cannot be taken.</exception>
    public Task Run(long personId, string slug, int? months, CancellationToken stop = default) => store.Write(async db =>
    {
        var space = await db.SpaceToChange(await db.Viewer(personId, stop), slug, Act.Charter, stop);
        var chosen = await db.HalfLives.FirstOrDefaultAsync(h => h.SpaceId == space.Id, stop);
        if (chosen is null ? months == HalfLife.DefaultMonths : chosen.Months == months) return;

        if (chosen is null) db.HalfLives.Add(new HalfLife(space.Id, months, personId, clock.Now()));
        else chosen.Set(months, personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
