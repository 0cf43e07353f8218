using Community.Events;
using Community.People;
using Community.Playbooks;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications;

/// <summary>Notices of what playbooks ask of people. They hang on the post, so that who does not see it any more has none.</summary>
static class RunNotices
{
    public static async Task Tell(CommunityContext db, Event happened, CancellationToken stop)
    {
        var run = await db.PlaybookRuns.AsNoTracking().Include(r => r.Steps).Include(r => r.Playbook).Include(r => r.Version).ThenInclude(v => v.Steps).Include(r => r.Post).ThenInclude(p => p.Topic).AsSplitQuery().FirstOrDefaultAsync(r => r.Id == happened.SubjectId, stop);
        if (run?.State != RunState.Open) return;

        var wanted = new NoticesWanted();
        switch (happened.Kind)
        {
            case EventKind.StepOpened when run.Current is { } step && step.OpenedAt == happened.At:
                wanted.Add(NoticeKind.StepYours, await db.PeopleOf(run, run.StepOf(step.Number).Doer, stop));
                break;
            case EventKind.RunLate:
                if (run.Current is { } late && late.RemindedAt == happened.At) wanted.Add(NoticeKind.RunLate, late.TakenById is { } taker ? [taker] : await db.PeopleOf(run, run.StepOf(late.Number).Doer, stop));
                if (run.RemindedAt == happened.At) wanted.Add(NoticeKind.RunLate, [run.StarterId, .. await db.OwnersOf(run.Playbook.OwnerId, stop)]);
                break;
            case EventKind.ReplyProposed when run.ReplyWaits && run.Version.Approver is { } approver:
                wanted.Add(NoticeKind.ReplyProposed, await ApproversOf(db, run, approver, stop));
                break;
            case EventKind.ReplyDecided when run.DecidedAt == happened.At && run.ReplyById is { } writer:
                wanted.Add(NoticeKind.ReplyDecided, [writer]);
                break;
        }

        // Two steps that had their turn in the same moment are one notice.
        var isTurn = happened.Kind == EventKind.StepOpened;
        var heard = await db.Notifications.Where(n => n.EventId == happened.Id || isTurn && n.Kind == NoticeKind.StepYours && n.PostId == run.PostId && n.At == happened.At).Select(n => n.PersonId).ToListAsync(stop);
        heard.AddRange(db.Notifications.Local.Where(n => isTurn && n.Kind == NoticeKind.StepYours && n.PostId == run.PostId && n.At == happened.At).Select(n => n.PersonId));
        await NotifyPeople.Notify(db, happened, await wanted.Without(db, heard, stop), run.Post.TopicId, run.PostId, run.Post.Topic.SpaceId, stop);
    }

    /// <summary>Nobody approves the own words: where nobody else is left, administrators do.</summary>
    static async Task<IReadOnlyList<long>> ApproversOf(CommunityContext db, PlaybookRun run, Doer approver, CancellationToken stop)
    {
        var others = (await db.PeopleOf(run, approver, stop)).Where(id => id != run.ReplyById).ToList();
        var authorId = await db.Wearer(run.Post.AuthorId, stop);
        return others.Count > 0 ? others : [.. (await db.AdministratorsHere(stop)).Where(id => id != run.ReplyById && id != authorId)];
    }
}
