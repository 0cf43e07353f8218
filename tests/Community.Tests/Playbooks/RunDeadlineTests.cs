using Community.Events;
using Community.Notifications;
using Community.Playbooks;
using Community.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Playbooks;

/// <summary>Working time of runs, and who is told when.</summary>
public sealed class RunDeadlineTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Time_is_counted_in_hours_of_work_and_stands_still_over_a_weekend()
    {
        // Friday, 6 March 2026, an hour before the end of work.
        Until(new DateTime(2026, 3, 6, 16, 0, 0, DateTimeKind.Utc));
        var run = await village.Running();

        var loaded = await village.Loaded(run);
        Assert.Equal(new DateTime(2026, 3, 9, 10, 0, 0, DateTimeKind.Utc), loaded.Steps[0].DueAt);
        Assert.Equal((null, null), (loaded.Steps[1].OpenedAt, loaded.Steps[1].DueAt));
        Assert.Equal(new DateTime(2026, 3, 11, 16, 0, 0, DateTimeKind.Utc), loaded.DueAt);

        Until(new DateTime(2026, 3, 7, 12, 0, 0, DateTimeKind.Utc));
        await village.Verb<FinishStep>().Run(village.Member, run, 1, null);
        Assert.Equal(new DateTime(2026, 3, 9, 13, 0, 0, DateTimeKind.Utc), (await village.Loaded(run)).Steps[1].DueAt);

        await Catch();
        Assert.Equal([(village.Steward, NoticeKind.StepYours)], await Told(run));
        Until(new DateTime(2026, 3, 9, 12, 59, 0, DateTimeKind.Utc));
        await Remind();
        Assert.Single(await Told(run));
        Until(new DateTime(2026, 3, 9, 13, 0, 0, DateTimeKind.Utc));
        await Remind();
        await Remind();
        Assert.Equal([(village.Steward, NoticeKind.StepYours), (village.Steward, NoticeKind.RunLate)], await Told(run));

        // All of it is late: who started it hears, too, and each only once.
        Until(new DateTime(2026, 3, 11, 16, 0, 0, DateTimeKind.Utc));
        await Remind();
        await Remind();
        Assert.Equal([(village.Steward, NoticeKind.StepYours), (village.Steward, NoticeKind.RunLate), (village.Member, NoticeKind.RunLate), (village.Steward, NoticeKind.RunLate)], await Told(run));
    }

    [Fact]
    public async Task An_answer_is_told_to_who_approves_it_and_the_decision_to_who_wrote_it()
    {
        var run = await village.Running(await village.Terms(Doer.Owner));
        await village.Verb<ProposeReply>().Run(village.Steward, run, "My own.");
        await Catch();
        Assert.Equal([(village.Administrator, NoticeKind.ReplyProposed)], await Told(run));
        await village.Verb<ProposeReply>().Run(village.Member, run, "We are sorry.");
        await Catch();
        await village.Verb<ApproveReply>().Run(village.Steward, run, 2);
        await Catch();
        Assert.Equal([(village.Administrator, NoticeKind.ReplyProposed), (village.Steward, NoticeKind.ReplyProposed), (village.Member, NoticeKind.ReplyDecided)], await Told(run));
    }

    [Fact]
    public async Task The_author_hears_nothing_and_who_lost_sight_of_the_post_has_no_notice()
    {
        var run = await village.Running(space: Village.Unit);
        await village.Verb<FinishStep>().Run(village.Member, run, 1, null);
        await Catch();
        Assert.Equal([(village.Steward, NoticeKind.StepYours)], await Told(run));
        Assert.DoesNotContain(await Told(run), told => told.Item1 == village.Writer);
        var events = await village.Read(db => db.Events.Where(e => e.SubjectId == run && (e.Kind == EventKind.RunChanged || e.Kind == EventKind.StepOpened)).ToListAsync());
        Assert.All(events, happened => Assert.True(happened is { TopicId: null, SpaceId: null } && happened.Kind.HidesActor));

        var post = (await village.Loaded(run)).PostId;
        Assert.Equal(1, await Shown(village.Steward, post));
        await village.Verb<DismissPerson>().Run(village.Administrator, Village.Unit, village.Steward);
        Assert.Equal(0, await Shown(village.Steward, post));
        await village.Enrol(Village.Unit, village.Steward, asSteward: true);
    }

    Task<int> Shown(long personId, long postId) => village.Read(async db => await db.NoticesFor(await db.Viewer(personId)).CountAsync(n => n.PostId == postId && n.Kind == NoticeKind.StepYours));

    async Task<List<(long, NoticeKind)>> Told(long runId)
    {
        var post = (await village.Loaded(runId)).PostId;
        NoticeKind[] kinds = [NoticeKind.StepYours, NoticeKind.RunLate, NoticeKind.ReplyProposed, NoticeKind.ReplyDecided];
        return (await village.Read(db => db.Notifications.Where(n => n.PostId == post && kinds.Contains(n.Kind)).OrderBy(n => n.EventId).ThenBy(n => n.PersonId == village.Member ? 0 : 1).Select(n => new { n.PersonId, n.Kind }).ToListAsync())).ConvertAll(n => (n.PersonId, n.Kind));
    }

    async Task Remind()
    {
        while (await village.Verb<RemindRuns>().Run() > 0) { }
        await Catch();
    }

    async Task Catch()
    {
        var notify = new NotifyPeople(village.Store, village.Clock);
        while (await notify.Step(TestContext.Current.CancellationToken)) { }
    }

    void Until(DateTime at) => village.Clock.Pass(at - village.Clock.Now());
}
