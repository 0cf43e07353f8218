using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Spaces;

/// <summary>Somebody leaves a space.</summary>
public sealed class LeaveSpace(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not there for this person.</exception>
    public Task Run(long personId, string slug, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var space = await db.Spaces.VisibleTo(viewer).FirstOrDefaultAsync(s => s.Slug == slug, stop)
            ?? throw new RefusedException(Refusal.NotFound, "There is no such space, or it is not for you.");
        if (await db.MembershipOf(space.Id, personId, stop) is not { } membership) return;

        membership.End(personId, clock.Now());
        db.Memberships.Remove(membership);
        await db.SaveChangesAsync(stop);
    }, stop);
}
