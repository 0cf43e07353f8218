using Community.Notes.Lineage;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Care;

/// <summary>A block at the top of a note's text, as somebody chose it.</summary>
/// <param name="Revision">The revision that was read.</param>
/// <param name="Place">The first is 1.</param>
public sealed record NotePassage(int Revision, int Place);

/// <summary>Finds the passage that was chosen. A note that was written in one go, or imported, gets its blocks with the first one.</summary>
static class PassageReading
{
    /// <summary>The text of a note whose blocks nobody has needed yet, rendered before the write lane is taken; null where they are known.</summary>
    public static async Task<PostText?> Unread(CommunityStore store, PostTexts texts, long personId, long topicId, CancellationToken stop)
    {
        var source = await store.Read(async db =>
        {
            var (viewer, layouts) = (await db.Viewer(personId, stop), db.BlockLayouts);
            return await db.Topics.VisibleTo(viewer).Where(t => t.Id == topicId && t.Kind == TopicKind.Note)
                .SelectMany(t => db.Set<Revision>().Where(r => r.Post.TopicId == t.Id && r.Post.Part == Part.Opening && r.Number == r.Post.RevisionNumber && !layouts.Any(l => l.RevisionId == r.Id)))
                .Select(r => r.Source).FirstOrDefaultAsync(stop);
        });
        return string.IsNullOrEmpty(source) ? null : await texts.Render(source, TopicKind.Note, Part.Opening, stop: stop);
    }

    /// <exception cref="RefusedException">There is no such passage, or it was revised away meanwhile.</exception>
    public static async Task<NoteBlock> Find(CommunityContext db, Topic note, NotePassage passage, PostText? unread, CancellationToken stop)
    {
        var revision = await db.Revisions.Include(r => r.Post.Topic).FirstOrDefaultAsync(r => r.Post.TopicId == note.Id && r.Post.Part == Part.Opening && r.Number == passage.Revision, stop) ?? throw Missing();
        var layout = await db.BlockLayouts.FirstOrDefaultAsync(l => l.RevisionId == revision.Id, stop);
        if (layout is null && (revision.Number != revision.Post.RevisionNumber || unread?.Source != revision.Source)) throw Revised();

        var ids = layout?.Blocks().ConvertAll(block => block.Id) ?? await Read(db, revision, unread!, stop);
        if (passage.Place < 1 || passage.Place > ids.Count) throw Missing();

        var id = ids[passage.Place - 1];
        return await db.NoteBlocks.FirstOrDefaultAsync(b => b.Id == id && b.GoneIn == null, stop) ?? throw Revised();
    }

    static async Task<List<long>> Read(CommunityContext db, Revision revision, PostText text, CancellationToken stop)
    {
        // The same words make the same HTML, but for a name or an address that is another by now.
        if (text.Html.Length != revision.Html.Length) revision.Replace(0, 0, "", 0, revision.Html.Length, text.Html);
        return [.. (await BlockKeeping.Keep(db, revision, text.Blocks, stop)).Select(block => block.Id)];
    }

    static RefusedException Missing() => new(Refusal.Invalid, "Choose a passage of this note.") { Field = "Passage" };

    static RefusedException Revised() => new(Refusal.Conflict, "The note was revised meanwhile. Choose the passage again.") { Field = "Passage" };
}
