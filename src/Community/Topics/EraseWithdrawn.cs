using Community.Events;
using Community.Store;
using Community.Topics.Holding;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>Erases the texts whose 30 days are over, but for what is held. Run again and again; at most 100 a run.</summary>
public sealed class EraseWithdrawn(CommunityStore store, TimeProvider clock) : ISweep
{
    /// <returns>How many were erased.</returns>
    public Task<int> Run(CancellationToken stop = default) => store.Write(async db =>
    {
        var now = clock.Now();
        var before = now - Withdrawal.RestoreWithin;
        var held = db.HeldPosts();
        var over = db.Withdrawals.Where(w => w.RestoredAt == null && w.ErasedAt == null && w.At < before && !held.Any(p => p.Id == w.PostId)).OrderBy(w => w.Id).Take(100);
        foreach (var topicId in (await over.Select(w => w.Post.TopicId).ToListAsync(stop)).Distinct().Order()) await db.LockRow("Topics", "Id", topicId, stop);

        var due = await over
            .Include(w => w.Post.Topic).Include(w => w.Post.Revisions).ToListAsync(stop);
        foreach (var withdrawal in due) withdrawal.Post.Erase(withdrawal, now);
        // What hung on these texts alone goes with the next sweep of attachments.
        var erased = due.SelectMany(w => w.Post.Revisions).Select(r => r.Id).ToList();
        await db.AttachmentTies.Where(t => erased.Contains(t.RevisionId)).ExecuteDeleteAsync(stop);
        var posts = due.ConvertAll(w => w.PostId);
        await db.NoteLinks.Where(l => posts.Contains(l.PostId)).ExecuteDeleteAsync(stop);
        foreach (var withdrawal in due) await db.ForgetSubmissionsOf(withdrawal.Post, stop);
        await db.SaveChangesAsync(stop);
        return due.Count;
    }, stop);
}
