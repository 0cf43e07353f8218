using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Spaces;

/// <summary>Somebody comes into a space.</summary>
public sealed class JoinSpace(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not there, or by invitation only.</exception>
    public Task Run(long personId, string slug, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var space = await db.Spaces.VisibleTo(viewer).FirstOrDefaultAsync(s => s.Slug == slug, stop)
            ?? throw new RefusedException(Refusal.NotFound, "There is no such space, or it is not for you.");
        if (!viewer.May(Act.Join, space.Id) || !Rights.OpenToJoin.Contains(space.Tier))
            throw new RefusedException(Refusal.Forbidden, "A steward of the space brings people in. Ask one.");
        if (await db.MembershipOf(space.Id, personId, stop) is not null) return;

        db.Memberships.Add(new Membership(space.Id, personId, false, personId, clock.Now()));
        await db.SaveChangesAsync(stop);
    }, stop);
}
