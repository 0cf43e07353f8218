using Community.Questions.Answering;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Experts;

/// <summary>
/// Loads for whom answers also worked: each mark endorses the answer like a vote, and is a little evidence of whoever did what it says. Where a person took the name off in a topic, what they marked there is
/// nobody's.
/// </summary>
sealed class MarkEvidence(CommunityContext db)
{
    /// <returns>The same, answers with what marks add to their scores, and one more for each mark.</returns>
    public async Task<List<Contribution>> With(List<Contribution> written, CancellationToken stop)
    {
        var answers = written.Where(one => one.Kind is EvidenceKind.AcceptedAnswer or EvidenceKind.Answer).ToDictionary(one => one.PostId);
        if (answers.Count == 0) return written;

        var (ids, posts) = (answers.Keys.ToList(), db.Posts);
        var marks = await db.HelpfulMarks.AsNoTracking().Counted().Where(m => ids.Contains(m.PostId)).OrderBy(m => m.Id)
            .Select(m => new { m.PostId, m.PersonId, m.At, IsNameless = posts.Any(p => p.TopicId == m.Post.TopicId && p.AuthorId == m.PersonId && p.UnnamedAt != null) || m.Post.Topic.MaskedAt != null && m.Post.Topic.AuthorId == m.PersonId }).ToListAsync(stop);
        if (marks.Count == 0) return written;

        var counts = marks.CountBy(m => m.PostId).ToDictionary();
        return
        [
            .. written.Select(one => one.Kind is EvidenceKind.AcceptedAnswer or EvidenceKind.Answer && counts.TryGetValue(one.PostId, out var count) ? one with { Score = one.Score + count } : one),
            .. marks.Where(m => !m.IsNameless).Select(m => answers[m.PostId] with { PersonId = m.PersonId, Kind = EvidenceKind.Helped, Score = 0, At = m.At }),
        ];
    }
}
