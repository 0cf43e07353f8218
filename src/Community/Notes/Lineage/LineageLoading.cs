using Community.Governance;
using Community.People;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Lineage;

/// <summary>Loads, for a reader, where the blocks of a note came from, and which notes a post went into.</summary>
public sealed class LineageLoading(CommunityContext db)
{
    /// <summary>What the reader may not read is not named, and its block looks like one without a source.</summary>
    public async Task<NoteLineage> Of(long noteId, long openingId, int revisionNumber, Viewer viewer, CancellationToken stop = default)
    {
        var (ties, people) = (db.LineageTies, db.People);
        var rows = await db.Posts.AsNoTracking().VisibleTo(viewer).SelectMany(p => ties.Where(t => t.PostId == p.Id && t.Block.TopicId == noteId && t.Block.GoneIn == null), (p, t) => new
        {
            Tie = t,
            Post = p,
            p.Topic,
            Name = p.AuthorName ?? people.Where(a => a.Id == p.AuthorId).Select(a => a.Name).First(),
        }).OrderBy(row => row.Tie.Id).ToListAsync(stop);
        if (rows.Count == 0) return NoteLineage.None;

        var (layouts, revisions) = (db.BlockLayouts, db.Revisions);
        var layout = await layouts.AsNoTracking().FirstOrDefaultAsync(l => l.Revision.PostId == openingId && l.Revision.Number == revisionNumber, stop);
        var edited = rows.Where(row => row.Post.Standing == Standing.Published && row.Post.RevisionNumber > row.Tie.RevisionNumber).Select(row => row.Post.Id).ToHashSet();
        var newest = edited.Count == 0 ? [] : await db.Posts.AsNoTracking().Where(p => edited.Contains(p.Id))
            .Select(p => new { p.Id, Html = revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber).Select(r => r.Html).First() }).ToDictionaryAsync(p => p.Id, p => p.Html, stop);
        return new NoteLineage(layout?.Blocks() ?? [], [.. rows.Select(row =>
        {
            var state = row.Post.Standing != Standing.Published ? SourceState.Gone
                : newest.TryGetValue(row.Post.Id, out var html) && !Passage.HoldsHtml(html, row.Tie.Quote) ? SourceState.Changed : SourceState.Sound;
            var isNamed = state != SourceState.Gone && row.Post.UnnamedAt is null;
            return new TiedSource(row.Tie.Id, row.Tie.BlockId, row.Post.Id, row.Topic.Id, row.Topic.Kind, Readable.By(viewer, row.Topic.Standing, row.Topic.AuthorId) ? row.Topic.Title : null,
                isNamed ? row.Post.AuthorId : null, isNamed ? row.Name : null, row.Post.CreatedAt, state, row.Tie.RevisionNumber, row.Post.RevisionNumber);
        })]);
    }

    /// <summary>Which notes stand that something of these posts went into, whoever may see them.</summary>
    public async Task<ILookup<long, DistilledInto>> Into(IReadOnlyCollection<long> postIds, CancellationToken stop = default) =>
        (await db.LineageTies.AsNoTracking().Where(t => postIds.Contains(t.PostId) && t.Block.GoneIn == null).GroupBy(t => new { t.PostId, t.Block.TopicId })
            .Select(g => new { g.Key.PostId, g.Key.TopicId, Revision = g.Min(t => t.NoteRevision) }).ToListAsync(stop)).ToLookup(row => row.PostId, row => new DistilledInto(row.TopicId, row.Revision));
}

/// <summary>How the source of a block is.</summary>
public enum SourceState
{
    Sound,

    /// <summary>It was edited, and does not say any more what was taken from it.</summary>
    Changed,

    /// <summary>Its author took it back, or a moderator hid it.</summary>
    Gone,
}

/// <summary>A source of a block, as one reader sees it.</summary>
/// <param name="Title">Of its topic; null where that is out of the reader's sight.</param>
/// <param name="AuthorId">Null where nobody is named.</param>
/// <param name="Revision">The revision that was read.</param>
/// <param name="Newest">The one that stands now.</param>
public sealed record TiedSource(long TieId, long BlockId, long PostId, long TopicId, TopicKind Kind, string? Title, long? AuthorId, string? Author, DateTime At, SourceState State, int Revision, int Newest);

/// <summary>The blocks of a note, and their sources.</summary>
public sealed record NoteLineage(IReadOnlyList<PlacedBlock> Blocks, IReadOnlyList<TiedSource> Ties)
{
    public static NoteLineage None { get; } = new([], []);

    /// <summary>Each source once, in the order of the blocks: the first is a, the second b.</summary>
    public IReadOnlyList<TiedSource> Sources { get; } = [.. Blocks.SelectMany(block => Ties.Where(tie => tie.BlockId == block.Id)).DistinctBy(tie => tie.PostId)];

    public string LetterOf(long postId)
    {
        var (letters, at) = ("", Sources.TakeWhile(source => source.PostId != postId).Count());
        for (; at >= 0; at = at / 26 - 1) letters = (char)('a' + at % 26) + letters;
        return letters;
    }
}

/// <summary>That a post went into a note, and with which of its revisions.</summary>
public sealed record DistilledInto(long NoteId, int Revision);
