using Community.Events;
using Community.People;
using Community.Playbooks;
using Community.Policies;
using Community.Reports;
using Community.Store;
using Community.Topics;
using Community.Topics.Holding;
using Community.Trials;
using Community.Web.Playbooks;
using Community.Web.Policies;
using Community.Web.Topics;
using Community.Web.Trials;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Notifications;

/// <summary>What notices of reports, trials, guests, playbooks and what waits say, and where they lead; for notices that came through the gate.</summary>
sealed class NoticeSubjects(CommunityContext db)
{
    /// <summary>By the event that was told.</summary>
    public async Task<Dictionary<long, NoticeWords>> Of(List<long> eventIds)
    {
        if (eventIds.Count == 0) return [];

        var events = db.Events.AsNoTracking().Where(e => eventIds.Contains(e.Id));
        var tasks = await events.Where(e => e.Kind == EventKind.TaskOpened || e.Kind == EventKind.TaskEnded).Join(db.RefinementTasks, e => e.SubjectId, t => t.Id, (e, t) => new
        {
            e.Id,
            IsAnswer = e.Kind == EventKind.TaskEnded,
            t.PostId,
            t.Reason,
            t.RevisionNumber,
            Line = t.Report.Retraction == null ? t.Report.Line : "",
        }).ToListAsync();
        var trials = await events.Where(e => e.Kind == EventKind.TrialDue).Join(db.Trials, e => e.SubjectId, t => t.Id, (e, t) => new { e.Id, TrialId = t.Id, t.Title }).ToListAsync();
        var topics = db.Topics.Where(t => t.Standing == Standing.Published);
        var waiting = await events.Where(e => e.Kind == EventKind.Held || e.Kind == EventKind.Judged || e.Kind == EventKind.JudgingLate).Join(db.Submissions, e => e.SubjectId, s => s.Id, (e, s) => new { e.Id, IsJudged = e.Kind == EventKind.Judged, Submission = s, Topic = topics.Where(t => t.Id == s.TopicId).Select(t => t.Title).FirstOrDefault() }).ToListAsync();
        var guests = await events.Where(e => e.Kind == EventKind.GuestEnding || e.Kind == EventKind.GuestAlone).Join(db.People, e => e.SubjectId, p => p.Id, (e, p) => new { e.Id, GuestId = p.Id, p.Name }).ToListAsync();
        var runs = await events.Where(e => e.Kind == EventKind.StepOpened || e.Kind == EventKind.RunLate || e.Kind == EventKind.ReplyProposed || e.Kind == EventKind.ReplyDecided).Join(db.PlaybookRuns, e => e.SubjectId, r => r.Id, (e, r) => new { e.Id, RunId = r.Id, r.Version.Title }).ToListAsync();
        var policies = await events.Where(e => e.Kind == EventKind.PolicyAsks).Join(db.Policies, e => e.SubjectId, p => p.Id, (e, p) => new { e.Id, PolicyId = p.Id, p.Title }).ToListAsync();
        return tasks.Select(t => (t.Id, new NoticeWords(Shown(t.IsAnswer ? t.Reason : t.Line), t.IsAnswer && t.RevisionNumber is { } number ? FormattableString.Invariant($"/posts/{t.PostId}/history?to={number}") : TopicAddress.Permalink(t.PostId))))
            .Concat(trials.Select(t => (t.Id, new NoticeWords(t.Title, TrialAddress.Of(t.TrialId, t.Title)))))
            .Concat(guests.Select(g => (g.Id, new NoticeWords(g.Name, FormattableString.Invariant($"/guests/{g.GuestId}")))))
            .Concat(waiting.Select(w => (w.Id, new NoticeWords(w.IsJudged ? Title(w.Submission.ToRequest(), w.Topic) : null, w.IsJudged ? FormattableString.Invariant($"/submissions/{w.Submission.Id}") : FormattableString.Invariant($"/moderation/queue?item={w.Submission.Id}")))))
            .Concat(policies.Select(p => (p.Id, new NoticeWords(p.Title, PolicyAddress.Of(p.PolicyId, p.Title)))))
            .Concat(runs.Select(r => (r.Id, new NoticeWords(r.Title, RunAddress.Of(r.RunId))))).ToDictionary();
    }

    static string? Title(HeldRequest request, string? ofTopic) => request is HeldTopic or HeldEdit { NewTitle: not null } ? request.Title : ofTopic;

    static string? Shown(string words) => words.Length > 0 ? words : null;
}

/// <summary>What a notice says, and where it leads.</summary>
sealed record NoticeWords(string? Words, string Address);
