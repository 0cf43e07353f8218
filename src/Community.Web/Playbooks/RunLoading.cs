using Community.Events;
using Community.Governance;
using Community.Playbooks;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Playbooks;

/// <summary>Loads one run as its reader may see it, with what that one may do.</summary>
public sealed class RunLoading(CommunityContext db, CurrentViewer current, KnownCommunity known, LastEvent last, PlaybookReading playbooks, RunReading reading, TimeProvider clock)
{
    /// <summary>Null where there is no such run for the reader.</summary>
    public async Task<RunPage?> Page(long id)
    {
        var (viewer, lastEventId) = (await current.Get(), await last.Id());
        if (await RunReading.Load(db.PlaybookRuns.VisibleTo(viewer, db).Where(r => r.Id == id)) is not [var run] || await reading.Post(run.PostId) is not { } post) return null;

        var spaceId = await db.Posts.Where(p => p.Id == run.PostId).Select(p => p.Topic.SpaceId).FirstAsync();
        var rights = await db.RightsOn(viewer, run, spaceId);
        var people = run.Steps.SelectMany(step => new[] { step.TakenById, step.ById }).Concat([run.StarterId, run.EndedById, run.ReplyById, run.DecidedById]).OfType<long>().Distinct();
        var names = await known.Names(people);
        Named? Name(long? personId) => personId is { } one ? new Named(one, names[one].Name) : null;
        var isOpen = run.State == RunState.Open;
        return new RunPage(id, run.PlaybookId, run.Version.Title, run.Version.Number, post, spaceId, Name(run.StarterId)!, run.StartedAt, run.Why, run.State, run.DueAt, isOpen && run.DueAt <= clock.Now(), Name(run.EndedById), run.EndedAt, run.Outcome,
            await Steps(run, viewer, rights, Name), await Reply(run, viewer, Name), isOpen && rights.Ends, lastEventId);
    }

    async Task<IReadOnlyList<RunStepView>> Steps(PlaybookRun run, Viewer viewer, RunRights rights, Func<long?, Named?> name)
    {
        var (steps, next, now) = (await playbooks.Steps(run.Version), run.Current, clock.Now());
        var isYours = next is not null && (next.TakenById ?? viewer.PersonId) == viewer.PersonId && (await db.PeopleOf(run, run.StepOf(next.Number).Doer)).Contains(viewer.PersonId!.Value);
        var mayAct = next is not null && (rights.Leads || isYours);
        return [.. run.Steps.OrderBy(step => step.Number).Select(step => new RunStepView(steps[step.Number - 1], step.State, step == next, name(step.TakenById), name(step.ById), step.At, step.Line, step.DueAt,
            step == next && step.DueAt <= now, step == next && mayAct, step.TakenById == viewer.PersonId, step == next && isYours))];
    }

    /// <summary>Null where the playbook has no answer, and needs no approval of one.</summary>
    async Task<RunReply?> Reply(PlaybookRun run, Viewer viewer, Func<long?, Named?> name)
    {
        var approver = run.Version.Approver;
        if (approver is null && run.Version.Reply.Length == 0) return null;

        var text = run.ReplyVersion > 0 ? run.Reply : await db.FilledReply(run.Id);
        var who = approver is null ? null : (await playbooks.Doers([approver]))[0];
        var isOpen = run.State == RunState.Open;
        return new RunReply(text, PlaybookReading.Html(text), run.ReplyVersion, who, name(run.ReplyById), run.ReplyWaits, run.IsApproved, name(run.DecidedById), run.DecidedAt, run.DecisionNote,
            run.ReplyWaits && run.ReplyById != viewer.PersonId && await db.MayApprove(viewer, run), isOpen && (approver is null || run.IsApproved));
    }
}
