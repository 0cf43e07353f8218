using Community.Questions;
using Community.Questions.Asking;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Experts;

/// <summary>
/// Loads what was said by those who were asked to answer a question and did not: "ask Y" speaks for Y on what the question is about, "not me" against whoever said it of themselves. Ask only for questions that came
/// through the gate.
/// </summary>
sealed class ReferralEvidence(CommunityContext db)
{
    /// <param name="ofQuestion">A contribution to a question's opening.</param>
    /// <returns>The same, and what was said at those questions.</returns>
    public async Task<List<Contribution>> With(List<Contribution> written, IReadOnlyCollection<long> questionIds, Func<long, Contribution> ofQuestion, CancellationToken stop)
    {
        if (questionIds.Count == 0) return written;

        var said = await db.Invitations.AsNoTracking().Where(i => i.State == InvitationState.NotMe && questionIds.Contains(i.TopicId)).Select(i => new { i.TopicId, i.PersonId, i.ReferredToId, At = i.EndedAt ?? i.MadeAt }).ToListAsync(stop);
        return
        [
            .. written,
            .. said.Select(one => ofQuestion(one.TopicId) with { PersonId = one.PersonId, Kind = EvidenceKind.NotMe, Score = 0, At = one.At }),
            .. said.Where(one => one.ReferredToId is not null).DistinctBy(one => (one.TopicId, one.ReferredToId)).Select(one => ofQuestion(one.TopicId) with { PersonId = one.ReferredToId!.Value, Kind = EvidenceKind.Named, Score = 0, At = one.At }),
        ];
    }
}
