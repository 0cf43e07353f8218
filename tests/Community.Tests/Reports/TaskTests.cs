using Community.Notes;
using Community.Notifications;
using Community.Reports;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Reports;

/// <summary>What failed waits for those who keep it, and whoever reported hears what came of it.</summary>
public sealed class TaskTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task A_failure_waits_for_author_and_stewards_and_a_success_for_nobody()
    {
        var note = await village.Start(village.Writer, TopicKind.Note);
        await village.Verb<AppointNoteSteward>().Run(village.Writer, note, village.Colleague, true);
        var post = await village.Opening(note);
        await village.Verb<ReportPost>().Run(village.Member, post, ReportOutcome.Worked, "", null, "");
        var task = await Fail(village.Member, post);

        foreach (var keeper in new[] { village.Writer, village.Colleague, village.Steward }) Assert.Equal([task], await Kept(keeper, post));
        foreach (var other in new[] { village.Member, village.UnitMember, village.Moderator, village.Guest, village.Stranger }) Assert.Empty(await Kept(other, post));
        var notices = await Notices(NoticeKind.Failed, post);
        Assert.Equal([village.Writer, village.Colleague], notices.Select(n => n.PersonId).Order());
        Assert.All(notices, n => Assert.Equal((post, village.Member), (n.PostId, n.ActorId)));
    }

    [Fact]
    public async Task An_answer_is_its_authors_to_mend()
    {
        var question = await village.Start(village.Writer, TopicKind.Question);
        var answer = await village.Add(village.Colleague, question, Part.Answer);
        var task = await Fail(village.Member, answer);

        Assert.Equal([task], await Kept(village.Colleague, answer));
        Assert.Empty(await Kept(village.Writer, answer));
        Assert.Equal([village.Colleague], (await Notices(NoticeKind.Failed, answer)).Select(n => n.PersonId));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<FinishTasks>().Run(village.Writer, answer, [task]));
        await village.Verb<FinishTasks>().Run(village.Colleague, answer, [task]);
    }

    [Fact]
    public async Task A_revision_that_names_the_task_ends_it_and_the_reporter_is_told()
    {
        var post = await village.Opening(await village.Start(village.Writer, TopicKind.Note));
        var (task, other) = (await Fail(village.Member, post), await Fail(village.Colleague, post));
        await village.Verb<ReviseNote>().Run(village.Writer, post, new Edit("Better.", "Customs", null));

        Assert.Equal(1, await village.Verb<FinishTasks>().Run(village.Writer, post, [task, 999_999]));
        Assert.Equal(0, await village.Verb<FinishTasks>().Run(village.Writer, post, [task]));

        var row = await Row(task);
        Assert.Equal((TaskState.Done, 2, village.Writer), (row.State, row.RevisionNumber, row.EndedById));
        Assert.Equal([other], await Kept(village.Writer, post));
        Assert.Equal([village.Member], (await Notices(NoticeKind.Heeded, post)).Select(n => n.PersonId));
    }

    [Fact]
    public async Task A_task_is_dismissed_with_a_reason_and_opened_again_without_another_notice()
    {
        var post = await village.Opening(await village.Start(village.Writer, TopicKind.Note));
        var task = await Fail(village.Member, post);
        Assert.Single(await Notices(NoticeKind.Failed, post));
        Assert.Equal("Reason", (await VillageActs.Refused(Refusal.Invalid, () => village.Verb<DismissTask>().Run(village.Writer, task, " "))).Field);
        await village.Verb<DismissTask>().Run(village.Writer, task, "It was the old form.");
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<DismissTask>().Run(village.Steward, task, "Twice."));
        Assert.Equal((TaskState.Dismissed, "It was the old form."), ((await Row(task)).State, (await Row(task)).Reason));
        Assert.Single(await Notices(NoticeKind.Heeded, post));

        await village.Verb<ReopenTask>().Run(village.Steward, task);
        Assert.Equal(TaskState.Open, (await Row(task)).State);
        Assert.Single(await Notices(NoticeKind.Failed, post));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<ReopenTask>().Run(village.Steward, task));
    }

    [Fact]
    public async Task Who_does_not_keep_the_post_finds_no_task_there()
    {
        var post = await village.Opening(await village.Start(village.Writer, TopicKind.Note));
        var task = await Fail(village.Member, post);

        foreach (var person in new[] { village.Member, village.Colleague, village.Moderator, village.Stranger })
        {
            await VillageActs.Refused(Refusal.NotFound, () => village.Verb<DismissTask>().Run(person, task, "Mine."));
            await VillageActs.Refused(Refusal.NotFound, () => village.Verb<FinishTasks>().Run(person, post, [task]));
        }

        await village.Verb<DismissTask>().Run(village.Administrator, task, "Answered elsewhere.");
    }

    [Fact]
    public async Task A_right_that_was_lost_takes_the_tasks_along()
    {
        var note = await village.Start(village.Writer, TopicKind.Note);
        await village.Verb<AppointNoteSteward>().Run(village.Writer, note, village.Colleague, true);
        var post = await village.Opening(note);
        var task = await Fail(village.Member, post);
        await village.Verb<MoveTopic>().Run(village.Administrator, note, Village.Unit);

        Assert.Empty(await Kept(village.Colleague, post));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<DismissTask>().Run(village.Colleague, task, "Mine."));
        Assert.Equal(0, await village.Read(async db => await db.NoticesFor(await db.Viewer(village.Colleague)).CountAsync(n => n.PostId == post)));
    }

    [Fact]
    public async Task A_report_that_is_taken_back_waits_for_nobody()
    {
        var post = await village.Opening(await village.Start(village.Writer, TopicKind.Note));
        var task = await Fail(village.Member, post);
        await village.Verb<RetractReport>().Run(village.Member, (await Row(task)).ReportId);

        Assert.Equal((TaskState.Dismissed, ""), ((await Row(task)).State, (await Row(task)).Reason));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<ReopenTask>().Run(village.Writer, task));
        Assert.Empty(await Notices(NoticeKind.Heeded, post));
    }

    [Fact]
    public async Task Where_nobody_keeps_a_note_any_more_the_stewards_of_its_space_hear_of_the_failure()
    {
        var gone = await village.Person("Gone Author");
        await village.Enrol(Village.Institution, gone);
        var post = await village.Opening(await village.Start(gone, TopicKind.Note));
        await village.Verb<Community.People.ClosePerson>().Run(village.Administrator, gone);
        await Fail(village.Member, post);

        Assert.Equal([village.Steward], (await Notices(NoticeKind.Failed, post)).Select(n => n.PersonId));
    }

    [Fact]
    public async Task A_withdrawn_post_has_no_task_and_nobody_is_told()
    {
        var question = await village.Start(village.Writer, TopicKind.Question);
        var answer = await village.Add(village.Colleague, question, Part.Answer);
        await Fail(village.Member, answer);
        await village.Verb<WithdrawPost>().Run(village.Colleague, answer);

        Assert.Empty(await Kept(village.Colleague, answer));
        Assert.Empty(await Notices(NoticeKind.Failed, answer));
    }

    async Task<long> Fail(long personId, long postId)
    {
        var report = await village.Verb<ReportPost>().Run(personId, postId, ReportOutcome.Failed, "Law", null, "Held at customs.");
        return await village.Read(db => db.RefinementTasks.Where(t => t.ReportId == report).Select(t => t.Id).SingleAsync());
    }

    Task<RefinementTask> Row(long taskId) => village.Read(db => db.RefinementTasks.AsNoTracking().SingleAsync(t => t.Id == taskId));

    Task<List<long>> Kept(long personId, long postId) => village.Read(async db => await db.RefinementTasks.KeptBy(db, await db.Viewer(personId)).Where(t => t.PostId == postId && t.State == TaskState.Open).OrderBy(t => t.Id).Select(t => t.Id).ToListAsync());

    async Task<List<Notification>> Notices(NoticeKind kind, long postId)
    {
        var notify = new NotifyPeople(village.Store, village.Clock);
        while (await notify.Step(default))
        {
        }

        return await village.Read(db => db.Notifications.AsNoTracking().Where(n => n.Kind == kind && n.PostId == postId).ToListAsync());
    }
}
