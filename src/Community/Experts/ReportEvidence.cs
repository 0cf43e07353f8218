using Community.Reports;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Experts;

/// <summary>
/// Loads what reports show: that a text worked for others speaks for who wrote it, and who reported has done it. What somebody reports of the own text shows nothing, and where a person took the name off
/// in a topic, what they reported there is nobody's.
/// </summary>
sealed class ReportEvidence(CommunityContext db, DateOnly today)
{
    /// <param name="written">Notes and answers among them get what their reports are worth today.</param>
    /// <returns>The same, and one more for each report that counts.</returns>
    public async Task<List<Contribution>> With(List<Contribution> written, CancellationToken stop)
    {
        var texts = written.Where(one => one.Kind is EvidenceKind.AcceptedAnswer or EvidenceKind.Answer or EvidenceKind.Note).ToDictionary(one => one.PostId);
        if (texts.Count == 0) return written;

        var (ids, posts) = (texts.Keys.ToList(), db.Posts);
        var reports = await db.Reports.AsNoTracking().Standing().Counted(db)
            .Where(r => ids.Contains(r.PostId) && r.PersonId != r.Post.AuthorId && !posts.Any(p => p.TopicId == r.Post.TopicId && p.AuthorId == r.PersonId && p.UnnamedAt != null))
            .OrderBy(r => r.Id).Select(r => new { r.PostId, r.PersonId, r.Outcome, r.Day, r.At }).ToListAsync(stop);
        if (reports.Count == 0) return written;

        var worth = reports.GroupBy(r => r.PostId).ToDictionary(g => g.Key, g => (Sum: ReportWeight.On(today, g.Sum(r => ReportWeight.Forward(r.Outcome, r.Day))), Worked: g.Count(r => r.Outcome != ReportOutcome.Failed)));
        return
        [
            .. written.Select(one => texts.ContainsKey(one.PostId) && one.Kind != EvidenceKind.Revision && worth.TryGetValue(one.PostId, out var of) ? one with { Proof = of.Sum, Worked = of.Worked } : one),
            .. reports.Select(r => texts[r.PostId] with { PersonId = r.PersonId, Kind = EvidenceKind.Report, Score = 0, At = r.At }),
        ];
    }
}
