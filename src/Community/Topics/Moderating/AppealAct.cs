using Community.People;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics.Moderating;

/// <summary>The author of a post that was taken out of sight appeals, or somebody who was suspended: once an act, with words.</summary>
public sealed class AppealAct(CommunityStore store, TimeProvider clock)
{
    /// <param name="removalId">Or null, with a suspension.</param>
    /// <returns>The appeal's id.</returns>
    /// <exception cref="RefusedException">No such act of one's own, over already, appealed already, or without words.</exception>
    public Task<long> Run(long personId, long? removalId, long? suspensionId, string? words, CancellationToken stop = default) => store.Write(async db =>
    {
        var appeal = db.Appeals.Add(removalId is { } id ? await OfRemoval(db, personId, id, words, stop) : await OfSuspension(db, personId, suspensionId, words, stop)).Entity;
        await db.SaveChangesAsync(stop);
        return appeal.Id;
    }, stop);

    async Task<Appeal> OfRemoval(CommunityContext db, long personId, long removalId, string? words, CancellationToken stop)
    {
        var viewer = await db.Viewer(personId, stop);
        var postId = await db.Removals.Where(r => r.Id == removalId).Select(r => r.PostId).FirstOrDefaultAsync(stop);
        var post = await db.PostFor(viewer, postId, stop);
        if (!viewer.Is(post.AuthorId)) throw new RefusedException(Refusal.Forbidden, "Only its author appeals for a post.");

        var removal = await db.Removals.FirstAsync(r => r.Id == removalId, stop);
        if (removal.LiftedAt is not null) throw new RefusedException(Refusal.Conflict, "This act is over already. Look again at what stands there now.");
        if (removal.Kind == RemovalKind.Purged) throw new RefusedException(Refusal.Conflict, "A purged text is gone for good; there is nothing to bring back. Ask an administrator why.");
        if (await db.Appeals.AnyAsync(a => a.RemovalId == removalId, stop)) throw new RefusedException(Refusal.Conflict, "You have appealed already; once an act is what there is.");

        // A mask that is worn leaves no trace of who sent this.
        _ = viewer.NameOn(post);
        return new Appeal(removal, personId, words, clock.Now());
    }

    async Task<Appeal> OfSuspension(CommunityContext db, long personId, long? suspensionId, string? words, CancellationToken stop)
    {
        await db.LockRow("Suspensions", "Id", suspensionId ?? 0, stop);
        var suspension = await db.Suspensions.FirstOrDefaultAsync(s => s.Id == suspensionId && s.PersonId == personId, stop)
            ?? throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        if (suspension.EndedAt is not null) throw new RefusedException(Refusal.Conflict, "This act is over already. Look again at what stands there now.");
        if (await db.Appeals.AnyAsync(a => a.SuspensionId == suspension.Id, stop)) throw new RefusedException(Refusal.Conflict, "You have appealed already; once an act is what there is.");

        return new Appeal(suspension, words, clock.Now());
    }
}
