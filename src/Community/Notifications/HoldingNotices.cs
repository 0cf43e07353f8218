using Community.Events;
using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Spaces.Voices;
using Community.Store;
using Community.Topics.Holding;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications;

/// <summary>Notices of what waits before others see it: to those who decide, and of the decision to its author.</summary>
static class HoldingNotices
{
    public static async Task Tell(CommunityContext db, Event happened, CancellationToken stop)
    {
        if (await db.Submissions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == happened.SubjectId, stop) is not { } submission) return;

        var wanted = new NoticesWanted();
        if (happened.Kind != EventKind.Judged)
        {
            if (submission.State != SubmissionState.Waiting) return;
            wanted.Add(happened.Kind == EventKind.Held ? NoticeKind.Held : NoticeKind.JudgingLate, (await JudgesOf(db, submission, happened, stop)).Where(id => id != submission.PersonId));
        }
        // What may be seen is seen in a moment, and that is told by itself.
        else if (submission.State is SubmissionState.Returned or SubmissionState.Declined or SubmissionState.Failed || submission.DecidedById is not null) wanted.Add(NoticeKind.Judged, [submission.PersonId]);
        var heard = await db.Notifications.Where(n => n.EventId == happened.Id).Select(n => n.PersonId).ToListAsync(stop);
        await NotifyPeople.Notify(db, happened, await wanted.Without(db, heard, stop), null, null, submission.SpaceId, stop);
    }

    /// <summary>The stewards of the space, or who has the voice; where there is nobody, and when it is late, moderators and administrators.</summary>
    static async Task<List<long>> JudgesOf(CommunityContext db, Submission submission, Event happened, CancellationToken stop)
    {
        var first = submission.NeedsVoice
            ? await db.VoiceGrants.Where(g => g.Voice == submission.Voice && g.UnitId == submission.UnitId && (g.SpaceId == null || g.SpaceId == submission.SpaceId) && g.EndedAt == null && g.Until > happened.At && g.PersonId != submission.PersonId).Select(g => g.PersonId).Distinct().ToListAsync(stop)
            : await db.Memberships.Where(m => m.SpaceId == submission.SpaceId && m.IsSteward && m.PersonId != submission.PersonId).Select(m => m.PersonId).ToListAsync(stop);
        // Who left, or may only read for a time, looks at nothing.
        var suspended = db.Suspensions.Where(s => s.EndedAt == null);
        first = await db.People.Where(p => first.Contains(p.Id) && p.ClosedAt == null && !suspended.Any(s => s.PersonId == p.Id)).Select(p => p.Id).ToListAsync(stop);
        if (first.Count > 0 && happened.Kind == EventKind.Held) return first;

        var keepers = await db.People.Where(p => p.ClosedAt == null && (p.Role == Role.Administrator || p.Role == Role.Moderator && !submission.NeedsVoice)).Select(p => p.Id).ToListAsync(stop);
        return [.. first.Concat(keepers).Distinct()];
    }
}
