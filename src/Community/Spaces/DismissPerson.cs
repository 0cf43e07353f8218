using Community.Governance;
using Community.Store;

namespace Community.Spaces;

/// <summary>A steward takes a person out of a space.</summary>
public sealed class DismissPerson(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not a steward.</exception>
    public Task Run(long actorId, string slug, long personId, CancellationToken stop = default) => store.Write(async db =>
    {
        var space = await db.SpaceToChange(await db.Viewer(actorId, stop), slug, Act.Enrol, stop);
        if (await db.MembershipOf(space.Id, personId, stop) is not { } membership) return;

        membership.End(actorId, clock.Now());
        db.Memberships.Remove(membership);
        await db.SaveChangesAsync(stop);
    }, stop);
}
