using Community.Governance;
using Community.People;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Lineage;

/// <summary>Finds, for several notes at once, the sources that say something else now or are out of sight, as one reader sees them: what <see cref="LineageLoading"/> says of one note.</summary>
public sealed class SourceChanges(CommunityContext db, KnownQuotes known)
{
    /// <summary>Of the newest ties; nobody looks through more.</summary>
    const int Most = 2_000;

    /// <param name="notes">Notes that came through the reader's gate.</param>
    /// <returns>Each source once a block, oldest change first.</returns>
    public async Task<IReadOnlyList<SourceChange>> Of(IQueryable<Topic> notes, Viewer viewer, CancellationToken stop = default)
    {
        var (visible, people) = (db.Posts.VisibleTo(viewer), db.People);
        var rows = await db.LineageTies.AsNoTracking()
            .Where(t => t.Block.GoneIn == null && (t.Post.Standing != Standing.Published || t.Post.RevisionNumber > t.RevisionNumber) && notes.Any(n => n.Id == t.Block.TopicId) && visible.Any(p => p.Id == t.PostId))
            .OrderByDescending(t => t.Id).Take(Most).Select(t => new Row(t.Id, t.Block.TopicId, t.BlockId, t.PostId, t.Post.Standing, t.Post.RevisionNumber, t.Post.EditedAt ?? t.Post.CreatedAt, t.Post.UnnamedAt == null, t.Post.AuthorId,
                t.Post.AuthorName ?? people.Where(p => p.Id == t.Post.AuthorId).Select(p => p.Name).First(), t.Post.Topic.Standing, t.Post.Topic.AuthorId, t.Post.Topic.Title)).ToListAsync(stop);
        var changed = await known.Changed(db, [.. rows.Where(row => row.Standing == Standing.Published).Select(row => (row.TieId, row.PostId, row.Revision))], stop);
        var goneAt = await GoneAt([.. rows.Where(row => row.Standing != Standing.Published).Select(row => row.PostId).Distinct()], stop);
        return [.. rows.Where(row => row.Standing != Standing.Published || changed.Contains(row.TieId)).DistinctBy(row => (row.BlockId, row.PostId)).Select(row => Seen(row)).OrderBy(change => change.At)];

        SourceChange Seen(Row row)
        {
            var (isGone, title) = (row.Standing != Standing.Published, Readable.By(viewer, row.TopicStanding, row.TopicAuthorId) ? row.Title : null);
            return isGone ? new SourceChange(row.NoteId, row.BlockId, SourceState.Gone, goneAt.GetValueOrDefault(row.PostId, row.EditedAt), title, null, null)
                : new SourceChange(row.NoteId, row.BlockId, SourceState.Changed, row.EditedAt, title, row.IsNamed ? row.AuthorId : null, row.IsNamed ? row.Author : null);
        }
    }

    async Task<Dictionary<long, DateTime>> GoneAt(List<long> postIds, CancellationToken stop)
    {
        if (postIds.Count == 0) return [];

        var withdrawn = await db.Withdrawals.AsNoTracking().Where(w => postIds.Contains(w.PostId) && w.RestoredAt == null).Select(w => new { w.PostId, w.At }).ToListAsync(stop);
        var removed = await db.Removals.AsNoTracking().Where(r => postIds.Contains(r.PostId) && r.LiftedAt == null).Select(r => new { r.PostId, r.At }).ToListAsync(stop);
        return withdrawn.Concat(removed).GroupBy(gone => gone.PostId).ToDictionary(of => of.Key, of => of.Min(gone => gone.At));
    }

    sealed record Row(long TieId, long NoteId, long BlockId, long PostId, Standing Standing, int Revision, DateTime EditedAt, bool IsNamed, long AuthorId, string Author, Standing TopicStanding, long TopicAuthorId, string Title);
}

/// <summary>That a source of a block is not any more what it was.</summary>
/// <param name="At">When it was edited, taken back or hidden.</param>
/// <param name="Title">Of its topic; null where that is out of the reader's sight.</param>
/// <param name="AuthorId">Null where nobody is named.</param>
public sealed record SourceChange(long NoteId, long BlockId, SourceState State, DateTime At, string? Title, long? AuthorId, string? Author);
