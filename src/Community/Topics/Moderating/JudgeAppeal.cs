using Community.Governance;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics.Moderating;

/// <summary>A moderator who did not decide looks again: upholds what was done, or overturns it, which undoes it at once.</summary>
public sealed class JudgeAppeal(CommunityStore store, TimeProvider clock)
{
    /// <param name="reason">What the one concerned reads.</param>
    /// <exception cref="RefusedException">Not there, not this person's to judge, judged already, over already, or without a reason.</exception>
    public Task Run(long personId, long appealId, bool isOverturned, string? reason, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var of = viewer is { IsModerator: true, IsSuspended: false } ? await db.Appeals.AsNoTracking().Where(a => a.Id == appealId).Select(a => new { a.SuspensionId, PostId = a.Removal == null ? (long?)null : a.Removal.PostId }).FirstOrDefaultAsync(stop) : null;
        if (of is null) throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");

        // Held first: the appeal is decided on what stands then.
        var post = of.PostId is { } postId ? await db.PostFor(viewer, postId, stop) : null;
        await db.LockRow("Suspensions", "Id", of.SuspensionId ?? 0, stop);
        var appeal = await db.Appeals.Include(a => a.Removal).Include(a => a.Suspension).FirstAsync(a => a.Id == appealId, stop);
        await DemandOther(db, appeal, viewer, stop);

        var now = clock.Now();
        appeal.Judge(isOverturned, reason, personId, now);
        if (isOverturned && post is not null) await db.DemandNoPurge(post, stop);
        if (isOverturned && post is not null) Undo(appeal, post, personId, now);
        if (isOverturned) appeal.Suspension?.Lift(appeal.Reason, personId, now);
        await db.SaveChangesAsync(stop);
    }, stop);

    static void Undo(Appeal appeal, Post post, long personId, DateTime now)
    {
        if (appeal.Removal is not { LiftedAt: null } removal) throw new RefusedException(Refusal.Conflict, "This act is over already. Look again at what stands there now.");

        post.Reinstate(removal, appeal.Reason, personId, now);
    }

    /// <summary>Whoever had a part in it does not look at it again: who did it, who hid it before, who is concerned.</summary>
    static async Task DemandOther(CommunityContext db, Appeal appeal, Viewer viewer, CancellationToken stop)
    {
        var deciders = appeal.Removal is { } removal ? await db.Removals.Where(r => r.PostId == removal.PostId && (r.Id == removal.Id || r.IsSuperseded)).Select(r => r.ById).ToListAsync(stop) : [appeal.Suspension!.ById];
        if (appeal.PersonId == viewer.PersonId || deciders.Contains(viewer.PersonId!.Value))
            throw new RefusedException(Refusal.Forbidden, "You had a part in this. Somebody who did not decide judges the appeal.");
    }
}
