using Community.Notes.Care;
using Community.Notes.Lineage;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Combining;

/// <summary>Takes a merge back within 30 days: the source opens again, and the target gets its former text if nobody has revised it since.</summary>
public sealed class UndoMerge(CommunityStore store, PostTexts texts, TimeProvider clock)
{
    /// <returns>Whether the target has its former text again.</returns>
    /// <exception cref="RefusedException">The note is not there, not merged, or not this person's to keep; or the time is over.</exception>
    public async Task<bool> Run(long personId, long sourceId, string reason, CancellationToken stop = default)
    {
        var former = await store.Read(async db => await db.StandingMerges.Where(m => m.SourceId == sourceId)
            .SelectMany(m => db.Set<Revision>().Where(r => r.Post.TopicId == m.TargetId && r.Post.Part == Part.Opening && r.Number == m.RevisionBefore), (m, r) => new { m.ClosureId, r.Source }).FirstOrDefaultAsync(stop));
        var text = former is null or { Source: "" } ? null : await texts.Render(former.Source, TopicKind.Note, Part.Opening, stop: stop);

        return await store.Write(async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var merge = await db.StandingMerges.Include(m => m.Closure).FirstOrDefaultAsync(m => m.SourceId == sourceId, stop);
            var (low, high) = merge is null || merge.TargetId > sourceId ? (sourceId, merge?.TargetId) : (merge.TargetId, sourceId);
            var notes = new List<Topic> { await db.NoteToKeep(viewer, low, stop) };
            if (high is { } other) notes.Add(await db.NoteToKeep(viewer, other, stop));
            if (merge is null) throw new RefusedException(Refusal.Conflict, "This note is not merged into another one.");
            if (merge.Closure.At + NoteMerge.UndoneWithin < clock.Now())
                throw new RefusedException(Refusal.Conflict, "A merge is undone within {0} days. Open this note again and take its part out of the other one.", (int)NoteMerge.UndoneWithin.TotalDays);

            notes.Find(note => note.Id == sourceId)!.Reopen(reason, personId, clock.Now());
            var into = await MergeNotes.Text(db, merge.TargetId, stop);
            var isAsMerged = text is not null && former!.ClosureId == merge.ClosureId && into.RevisionNumber == merge.RevisionAfter && merge.RevisionAfter != merge.RevisionBefore && into.Standing == Standing.Published;
            if (isAsMerged) await PostRevising.Save(db, viewer, into, text!, new Edit(text!.Source, reason, into.RevisionNumber), clock.Now(), stop);
            if (into.RevisionNumber > merge.RevisionAfter && isAsMerged) await BlockKeeping.Keep(db, into.Revisions[^1], text!.Blocks, stop);
            if (isAsMerged) await DisputeKeeping.Return(db, notes.Find(note => note.Id == sourceId)!, merge.TargetId, stop);
            await db.SaveChangesAsync(stop);
            return isAsMerged;
        }, stop);
    }
}
