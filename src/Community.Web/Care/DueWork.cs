using Community.Governance;
using Community.Notes.Care;
using Community.Notes.Lineage;
using Community.Reports;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Care;

/// <summary>Loads what waits for the stewards of notes, whatever was checked since: what did not work, what is disputed, what its sources do not say any more. Ask only for notes that came through the gate.</summary>
public sealed class DueWork(CommunityContext db, KnownCommunity community, SourceChanges sources)
{
    const int Most = 500;

    /// <summary>Open refinement tasks, with the reports that they are about.</summary>
    public async Task<IEnumerable<(long, DueEvidence)>> Failures(IReadOnlyCollection<long> ids)
    {
        var posts = db.Posts;
        var tasks = await db.RefinementTasks.AsNoTracking().Waiting().Where(t => ids.Contains(t.Post.TopicId)).OrderBy(t => t.Id).Take(Most).Select(t => new
        {
            t.Post.TopicId,
            t.PostId,
            t.ReportId,
            t.OpenedAt,
            t.Report.PersonId,
            t.Report.Place,
            t.Report.Line,
            IsNameless = posts.Any(p => p.TopicId == t.Post.TopicId && p.AuthorId == t.Report.PersonId && p.UnnamedAt != null)
        }).ToListAsync();
        var names = await community.Names(tasks.Select(t => t.PersonId).Distinct());
        return tasks.Select(t => (t.TopicId, new DueEvidence(DueKind.Failed, t.Place.Length == 0 ? t.Line : $"{t.Place}: {t.Line}", t.IsNameless ? null : Name(names, t.PersonId), $"/posts/{t.PostId}/reports#report-{t.ReportId}", t.OpenedAt)));
    }

    /// <summary>Positions that stand side by side: who holds the one is named, who holds the other is the text.</summary>
    public async Task<IEnumerable<(long, DueEvidence)>> Disputes(IReadOnlyCollection<long> ids)
    {
        var open = await db.NoteDisputes.AsNoTracking().Include(d => d.Positions.OrderBy(p => p.Id)).Where(d => ids.Contains(d.TopicId) && d.SettledAt == null).OrderBy(d => d.Id).Take(Most)
            .Select(d => new { Dispute = d, d.Positions, Stands = d.Block != null && d.Block.GoneIn == null && d.Block.TopicId == d.TopicId }).ToListAsync();
        var names = await community.Names(open.SelectMany(d => d.Positions).Select(p => p.PersonId).Distinct());
        return open.Select(d => (d.Dispute.TopicId, new DueEvidence(d.Stands ? DueKind.DisputedPassage : DueKind.Dispute, Name(names, d.Positions[1].PersonId).Name, Name(names, d.Positions[0].PersonId),
            TopicAddress.Of(TopicKind.Note, d.Dispute.TopicId, null) + (d.Stands ? $"#block-{d.Dispute.BlockId}" : $"#dispute-{d.Dispute.Id}"), d.Dispute.At)));
    }

    /// <summary>Sources that changed and nobody has looked at; of those that are gone, the ones that went since the note's last check.</summary>
    /// <param name="since">The notes, each with its last check.</param>
    public async Task<IEnumerable<(long, DueEvidence)>> Sources(IReadOnlyDictionary<long, DateTime> since, Viewer viewer)
    {
        var ids = since.Keys.ToList();
        var changes = await sources.Of(db.Topics.Where(t => ids.Contains(t.Id)), viewer);
        return changes.Where(change => Counts(change, since[change.NoteId])).Select(change => (change.NoteId, new DueEvidence(change.State == SourceState.Gone ? DueKind.SourceGone : DueKind.SourceChanged, change.Title ?? "",
            change.AuthorId is { } author ? new Named(author, change.Author!) : null, $"{TopicAddress.Of(TopicKind.Note, change.NoteId, null)}#block-{change.BlockId}", change.At)));
    }

    /// <summary>A steward who checked the note has seen what was gone by then; what changed is looked at by itself.</summary>
    public static bool Counts(SourceChange change, DateTime checkedAt) => change.State == SourceState.Changed || change.At > checkedAt;

    static Named Name(IReadOnlyDictionary<long, KnownName> names, long id) => new(id, names.TryGetValue(id, out var name) ? name.Name : "—");
}
