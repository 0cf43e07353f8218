using Community.Events;
using Community.Notes.Bench;
using Community.Notes.Refining;
using Community.Store;
using Community.Text;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Lineage;

/// <summary>
/// Follows the log: when a post goes out of sight, the blocks of notes that still have its words go with it, in every revision of the note, and come back when it does. What a steward
/// has said in other words stays. So every page, search, feed and program gets the note without them, whatever it reads.
/// </summary>
public sealed class TakeOutPassages(CommunityStore store, TimeProvider clock) : StoredConsumer(store, clock)
{
    const string Sign = "*A passage stood here; its source was taken back.*";
    const string SignHtml = "<p><em>A passage stood here; its source was taken back.</em></p>\n";

    readonly TimeProvider clock = clock;

    public override string Name => "lineage";

    protected override Task Apply(CommunityContext db, Event happened, CancellationToken stop) => happened.Kind switch
    {
        EventKind.Withdrawn or EventKind.Removed or EventKind.Restored or EventKind.Reinstated => Follow(db, happened.SubjectId, stop),
        EventKind.Erased => Erase(db, happened.SubjectId, stop),
        _ => Task.CompletedTask,
    };

    /// <summary>The tie stays, and says that something came from there; its words do not.</summary>
    static async Task Erase(CommunityContext db, long postId, CancellationToken stop)
    {
        // Those of the same step are not in the database yet.
        db.TakenPassages.RemoveRange(db.TakenPassages.Local.Where(t => t.PostId == postId).ToList());
        await db.TakenPassages.Where(t => t.PostId == postId).ExecuteDeleteAsync(stop);
        await EraseFromSuggestions(db, postId, stop);
        // Of a note that is gone itself: what others wanted it to become holds its whole text, and what was taken out of it stood in it.
        await db.Suggestions.Where(s => s.PostId == postId).ExecuteUpdateAsync(s => s.SetProperty(one => one.Body, ""), stop);
        await db.TakenPassages.Where(t => t.Revision.PostId == postId).ExecuteDeleteAsync(stop);
        await db.LineageTies.Where(t => t.PostId == postId).ExecuteUpdateAsync(t => t.SetProperty(tie => tie.Quote, ""), stop);
        var passages = db.BenchPassages;
        await db.BenchBlocks.Where(b => passages.Any(p => p.Id == b.PassageId && p.PostId == postId)).ExecuteDeleteAsync(stop);
        await db.BenchPassages.Where(p => p.PostId == postId).ExecuteDeleteAsync(stop);
    }

    /// <summary>A text for this note as it may be shown: a suggestion may have been written before a source was taken back.</summary>
    public static async Task<string> Without(CommunityContext db, long noteId, string text, CancellationToken stop = default)
    {
        var quotes = await db.LineageTies.Where(t => t.Block.TopicId == noteId && t.Post.Standing != Standing.Published && t.Quote != "").Select(t => t.Quote).Distinct().ToListAsync(stop);
        return Without(text, quotes);
    }

    /// <param name="gone">The passages that were taken back.</param>
    internal static string Without(string text, List<string> gone) =>
        gone.Count == 0 ? text : string.Concat(Markdown.Split(text).Select(block => gone.Exists(quote => Passage.IsStillIn(block, quote)) ? Sign + block[block.TrimEnd().Length..] : block));

    /// <summary>Without the words nobody could tell any more which of a suggestion's are they.</summary>
    static async Task EraseFromSuggestions(CommunityContext db, long postId, CancellationToken stop)
    {
        var gone = (await db.LineageTies.AsNoTracking().Where(t => t.PostId == postId && t.Quote != "").Select(t => new { t.Block.TopicId, t.Quote }).Distinct().ToListAsync(stop)).ToLookup(t => t.TopicId, t => t.Quote);
        var noteIds = gone.Select(of => of.Key).ToList();
        foreach (var one in await db.Suggestions.Where(s => noteIds.Contains(s.Post.TopicId)).Select(s => new { Suggestion = s, s.Post.TopicId }).ToListAsync(stop))
            one.Suggestion.Reword(Without(one.Suggestion.Body, [.. gone[one.TopicId]]));
    }

    async Task Follow(CommunityContext db, long postId, CancellationToken stop)
    {
        var ties = await db.LineageTies.AsNoTracking().Where(t => t.PostId == postId).Select(t => new { t.BlockId, t.Quote, t.Block.TopicId }).ToListAsync(stop);
        if (ties.Count == 0) return;

        var isGone = await db.Posts.AnyAsync(p => p.Id == postId && p.Standing != Standing.Published, stop);
        foreach (var topicId in ties.Select(t => t.TopicId).Distinct().Order())
        {
            await db.LockRow("Topics", "Id", topicId, stop);
            var opening = await db.Posts.Include(p => p.Topic).FirstAsync(p => p.TopicId == topicId && p.Part == Part.Opening, stop);
            var quotes = ties.Where(t => t.TopicId == topicId).ToLookup(t => t.BlockId, t => t.Quote);
            var isChanged = isGone ? await TakeOut(db, opening, postId, quotes, stop) : await PutBack(db, postId, topicId, stop);
            if (isChanged) opening.Topic.TellOf(EventKind.PassageChanged, opening, clock.Now(), null);
        }
    }

    static async Task<bool> TakeOut(CommunityContext db, Post opening, long postId, ILookup<long, string> quotes, CancellationToken stop)
    {
        var isChanged = false;
        foreach (var layout in await db.BlockLayouts.Include(l => l.Revision).Where(l => l.Revision.PostId == opening.Id).ToListAsync(stop))
            isChanged |= TakeOut(db, layout, postId, quotes);

        return isChanged;
    }

    /// <summary>Of a new revision: who had the words before the eyes when they went out of sight does not bring them back.</summary>
    public static async Task Again(CommunityContext db, BlockLayout layout, CancellationToken stop)
    {
        var ids = layout.Blocks().ConvertAll(b => b.Id);
        var gone = await db.LineageTies.AsNoTracking().Where(t => ids.Contains(t.BlockId) && t.Post.Standing != Standing.Published).Select(t => new { t.BlockId, t.PostId, t.Quote }).ToListAsync(stop);
        foreach (var source in gone.GroupBy(t => t.PostId)) TakeOut(db, layout, source.Key, source.ToLookup(t => t.BlockId, t => t.Quote));
    }

    static bool TakeOut(CommunityContext db, BlockLayout layout, long postId, ILookup<long, string> quotes)
    {
        var (blocks, isChanged) = (layout.Blocks(), false);
        for (var i = 0; i < blocks.Count; i++)
        {
            var words = blocks[i].In(layout.Revision.Source);
            if (words.Trim() == Sign || !quotes[blocks[i].Id].Any(quote => Passage.IsStillIn(words, quote))) continue;

            var text = blocks[i].Text;
            db.TakenPassages.Add(new TakenPassage(layout.Revision, blocks[i].Id, postId, words, layout.Revision.Html.Substring(text.HtmlStart, text.HtmlLength)));
            Replace(layout, blocks, i, Sign + words[words.TrimEnd().Length..], SignHtml);
            isChanged = true;
        }

        return isChanged;
    }

    static async Task<bool> PutBack(CommunityContext db, long postId, long topicId, CancellationToken stop)
    {
        var taken = await db.TakenPassages.Where(t => t.PostId == postId && t.Revision.Post.TopicId == topicId).ToListAsync(stop);
        var ids = taken.Select(t => t.RevisionId).ToHashSet();
        var layouts = await db.BlockLayouts.Include(l => l.Revision).Where(l => ids.Contains(l.RevisionId)).ToDictionaryAsync(l => l.RevisionId, stop);
        foreach (var passage in taken)
        {
            var layout = layouts[passage.RevisionId];
            var blocks = layout.Blocks();
            if (blocks.FindIndex(b => b.Id == passage.BlockId) is >= 0 and var at && blocks[at].In(layout.Revision.Source).Trim() == Sign) Replace(layout, blocks, at, passage.Source, passage.Html);
        }

        db.TakenPassages.RemoveRange(taken);
        return taken.Count > 0;
    }

    /// <summary>Puts other words at a block's place; what stands behind it moves.</summary>
    static void Replace(BlockLayout layout, List<PlacedBlock> blocks, int at, string source, string html)
    {
        var old = blocks[at].Text;
        layout.Revision.Replace(old.Start, old.Length, source, old.HtmlStart, old.HtmlLength, html);
        blocks[at] = blocks[at] with { Text = old with { Length = source.Length, HtmlLength = html.Length } };
        for (var i = at + 1; i < blocks.Count; i++)
        {
            var text = blocks[i].Text;
            blocks[i] = blocks[i] with { Text = text with { Start = text.Start + source.Length - old.Length, HtmlStart = text.HtmlStart + html.Length - old.HtmlLength } };
        }

        layout.Place(blocks);
    }
}
