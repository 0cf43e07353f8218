using Community.Governance;
using Community.Notes.Lineage;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Experts;

/// <summary>
/// Loads whose words went into notes. They count once a note, however much of it is theirs, and as of what they said last: only while the block stands and the asker may read what it was taken from. What was taken
/// back names nobody, nor what has no name; in the own note it shows nothing more.
/// </summary>
sealed class LineageEvidence(CommunityContext db, Viewer viewer)
{
    /// <param name="written">Notes among them are asked for their sources.</param>
    /// <returns>The same, and one more for each note and each person whose words are in it.</returns>
    public async Task<List<Contribution>> With(List<Contribution> written, IReadOnlyCollection<long> noteIds, Func<long, Contribution> ofNote, CancellationToken stop)
    {
        if (noteIds.Count == 0) return written;

        var ties = db.LineageTies;
        var rows = await db.Posts.AsNoTracking().ListedFor(viewer).Where(p => p.UnnamedAt == null && p.Topic.Standing == Standing.Published)
            .SelectMany(p => ties.Where(t => t.PostId == p.Id && t.Block.GoneIn == null && noteIds.Contains(t.Block.TopicId)), (p, t) => new { t.Block.TopicId, p.AuthorId, p.CreatedAt })
            .GroupBy(row => new { row.TopicId, row.AuthorId }).Select(g => new { g.Key.TopicId, g.Key.AuthorId, At = g.Max(row => row.CreatedAt) }).ToListAsync(stop);
        return [.. written, .. rows.Select(row => (row.AuthorId, Note: ofNote(row.TopicId), row.At)).Where(row => row.AuthorId != row.Note.PersonId).Select(row => row.Note with { PersonId = row.AuthorId, Kind = EvidenceKind.Distilled, Score = 0, At = row.At })];
    }
}
