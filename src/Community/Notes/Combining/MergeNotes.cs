using Community.Notes.Lineage;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Holding;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Combining;

/// <summary>Merges a note into another: that one gets the text that its steward made of both, this one closes and its address leads on. Comments and history of both stay where they are.</summary>
public sealed class MergeNotes(CommunityStore store, PostTexts texts, TimeProvider clock)
{
    /// <param name="edit">What the target becomes; based on its revision.</param>
    /// <param name="sourceRevision">The revision of the source that the text was made of.</param>
    /// <exception cref="StaleEditException">Somebody saved a newer revision of the target meanwhile.</exception>
    /// <exception cref="RefusedException">One of them is not there or not this person's to keep, is closed or out of sight; or the source was revised meanwhile.</exception>
    public async Task Run(long personId, long sourceId, long targetId, int sourceRevision, Edit edit, string reason, CancellationToken stop = default)
    {
        if (sourceId == targetId) throw new RefusedException(Refusal.Invalid, "A note cannot be merged into itself. Choose another one.") { Field = "Into" };
        var text = await texts.Render(edit.Body, TopicKind.Note, Part.Opening, $"{edit.Title}\n{edit.Summary}", stop: stop);
        var added = text.Found.Count == 0 ? text : text.Beyond([.. await Task.WhenAll((await Sources(sourceId, targetId, stop)).Select(one => texts.Render(one, TopicKind.Note, Part.Opening, stop: stop)))]);

        await store.Write(async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            // Always in the same order: of two people who merge each into the other, one waits.
            var first = await db.NoteToKeep(viewer, Math.Min(sourceId, targetId), stop);
            var second = await db.NoteToKeep(viewer, Math.Max(sourceId, targetId), stop);
            var (source, target) = sourceId < targetId ? (first, second) : (second, first);
            if (target.IsClosed) throw new RefusedException(Refusal.Conflict, "That note is closed. Merge into one that is open.") { Field = "Into" };

            var from = await Text(db, source.Id, stop);
            var into = await Text(db, target.Id, stop);
            from.DemandInSight();
            if (from.RevisionNumber != sourceRevision) throw new RefusedException(Refusal.Conflict, "“{0}” was revised while you wrote. Look at its text again before you merge it.", source.Title);

            await db.DemandUnheldChange(viewer, into, added, clock.Now(), stop);
            var before = into.RevisionNumber;
            await PostRevising.Save(db, viewer, into, text, edit with { Draft = null }, clock.Now(), stop);
            if (into.RevisionNumber > before) await BlockKeeping.Keep(db, into.Revisions[^1], text.Blocks, stop, from);
            source.Close(Outcome.Merged, reason, personId, clock.Now());
            db.NoteMerges.Add(new NoteMerge(source.Closures[^1], source.Id, target.Id, before, into.RevisionNumber));
            await db.DropDraft(personId, DraftPlace.MergeOf(source.Id), edit.Draft, edit.Body, stop);
            await db.SaveChangesAsync(stop);
        }, stop);
    }

    Task<List<string>> Sources(long sourceId, long targetId, CancellationToken stop) => store.Read(db => db.Revisions
        .Where(r => (r.Post.TopicId == sourceId || r.Post.TopicId == targetId) && r.Post.Part == Part.Opening && r.Number == r.Post.RevisionNumber).Select(r => r.Source).ToListAsync(stop));

    internal static Task<Post> Text(CommunityContext db, long noteId, CancellationToken stop) => db.Posts.Include(p => p.Topic).FirstAsync(p => p.TopicId == noteId && p.Part == Part.Opening, stop);
}
