using Community.Events;
using Community.People;
using Community.Questions;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Events;

public sealed class EventLogTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Each_thing_that_happens_is_one_row_that_says_what_where_and_who()
    {
        var last = await Last();
        village.Clock.Pass(TimeSpan.FromDays(1));
        var topic = await village.Start(village.Writer, TopicKind.Question, tags: "tape");
        var opening = await village.Opening(topic);
        var answer = await village.Add(village.Member, topic, Part.Answer);
        var comment = await village.Add(village.Colleague, topic, Part.Comment, answer);
        await village.Verb<CastVote>().Run(village.Writer, answer, 1);
        await village.Verb<AcceptAnswer>().Run(village.Writer, topic, answer);
        await village.Verb<RevisePost>().Run(village.Member, answer, new Edit("Better.", null, null));
        await village.Verb<RetitleTopic>().Run(village.Writer, topic, "New title", ["glue"]);
        await village.Verb<WithdrawPost>().Run(village.Colleague, comment);
        await village.Verb<RestorePost>().Run(village.Colleague, comment);
        await village.Verb<RemovePost>().Run(village.Moderator, comment, "x");
        await village.Verb<ReinstatePost>().Run(village.Moderator, comment, "x");
        await village.Verb<UnnamePost>().Run(village.Writer, opening);
        await village.Verb<PinTopic>().Run(village.Steward, topic, true);
        await village.Verb<PinTopic>().Run(village.Steward, topic, false);
        await village.Verb<CloseTopic>().Run(village.Writer, topic, Outcome.Answered, "x");
        await village.Verb<ReopenTopic>().Run(village.Writer, topic, "x");
        await village.Verb<ConvertTopic>().Run(village.Writer, topic, TopicKind.Thread);
        var before = (await village.Topic(topic)).SpaceId;
        await village.Verb<MoveTopic>().Run(village.Moderator, topic, Village.Public);

        var happened = await village.Read(db => db.Events.AsNoTracking().Where(e => e.Id > last).OrderBy(e => e.Id).ToListAsync());
        (EventKind Kind, long Subject, long? Actor)[] expected =
        [
            (EventKind.Started, opening, village.Writer), (EventKind.Answered, answer, village.Member), (EventKind.Commented, comment, village.Colleague), (EventKind.Voted, answer, village.Writer),
            (EventKind.Accepted, answer, village.Writer), (EventKind.Revised, answer, village.Member), (EventKind.Retitled, topic, village.Writer), (EventKind.Retagged, topic, village.Writer),
            (EventKind.Withdrawn, comment, village.Colleague), (EventKind.Restored, comment, village.Colleague), (EventKind.Removed, comment, village.Moderator), (EventKind.Reinstated, comment, village.Moderator),
            (EventKind.Unnamed, opening, null), (EventKind.Pinned, topic, village.Steward), (EventKind.Unpinned, topic, village.Steward), (EventKind.Closed, topic, village.Writer),
            (EventKind.Reopened, topic, village.Writer), (EventKind.Converted, topic, village.Writer), (EventKind.Moved, topic, village.Moderator),
        ];
        Assert.Equal(expected, happened.Select(e => (e.Kind, e.SubjectId, e.ActorId)));
        Assert.All(happened, e => Assert.Equal(((long?)topic, village.Clock.Now(), DateTimeKind.Utc), (e.TopicId, e.At, e.At.Kind)));
        Assert.All(happened.SkipLast(1), e => Assert.Equal(before, e.SpaceId));
        Assert.Equal((await village.Topic(topic)).SpaceId, happened[^1].SpaceId);
    }

    [Fact]
    public async Task Spaces_and_people_are_told_of_too()
    {
        var last = await Last();
        var person = await village.Person("Petra Person");
        await village.Verb<MakeSpace>().Run(village.Administrator, "told", "Told", "", Community.Governance.Tier.Institution);
        var space = await village.Read(db => db.Spaces.Where(s => s.Slug == "told").Select(s => s.Id).SingleAsync());
        await village.Verb<JoinSpace>().Run(person, "told");
        await village.Verb<RecharterSpace>().Run(village.Administrator, "told", "Retold", "", Community.Governance.Tier.Public);
        await village.Verb<ChangeRole>().Run(village.Administrator, person, Community.Governance.Role.Moderator);
        await village.Verb<LeaveSpace>().Run(person, "told");

        Assert.Equal([(EventKind.Welcomed, null, null), (EventKind.Opened, space, village.Administrator), (EventKind.Joined, space, village.Administrator), (EventKind.Joined, space, person),
            (EventKind.Rechartered, space, village.Administrator), (EventKind.PersonChanged, null, village.Administrator), (EventKind.Left, space, person)],
            (await village.Read(db => db.Events.Where(e => e.Id > last).OrderBy(e => e.Id).ToListAsync())).Select(e => (e.Kind, e.SpaceId, e.ActorId)));
    }

    [Fact]
    public async Task Who_joined_or_left_is_the_subject_of_the_event()
    {
        var person = await village.Person("Jaro Joined");
        await village.Enrol(Village.Institution, person);
        await village.Verb<DismissPerson>().Run(village.Steward, Village.Institution, person);

        Assert.Equal(2, await village.Read(db => db.Events.CountAsync(e => (e.Kind == EventKind.Joined || e.Kind == EventKind.Left) && e.SubjectId == person)));
    }

    [Fact]
    public async Task A_verb_that_fails_leaves_neither_rows_nor_events()
    {
        var (topics, events, tags) = await Counts();

        await VillageActs.Refused(Refusal.Invalid, () => village.Start(village.Writer, tags: ["new-word", "<no>"]));
        await Assert.ThrowsAsync<InvalidOperationException>(() => village.Store.Write(async db =>
        {
            db.Topics.Add(new Topic(TopicKind.Thread, (await db.Spaces.FirstAsync()).Id, "Half", new PostText("x", "x", [], [], []), village.Writer, village.Clock.Now()));
            await db.SaveChangesAsync();
            Assert.Equal(events + 1, await db.Events.CountAsync());
            throw new InvalidOperationException("The power went out.");
        }));

        Assert.Equal((topics, events, tags), await Counts());
    }

    [Fact]
    public async Task Rows_that_cannot_be_saved_are_not_told_of()
    {
        var before = await Counts();

        await Assert.ThrowsAsync<DbUpdateException>(() => village.Store.Write(async db =>
        {
            db.Topics.Add(new Topic(TopicKind.Thread, 999_999, "In no space", new PostText("x", "x", [], [], []), village.Writer, village.Clock.Now()));
            await db.SaveChangesAsync();
        }));

        Assert.Equal(before, await Counts());
    }

    [Fact]
    public async Task A_committed_event_wakes_who_waits_for_the_signal()
    {
        var woken = village.Signal.Next();
        Assert.False(woken.IsCompleted);

        await village.Start(village.Writer);

        await woken.WaitAsync(TimeSpan.FromSeconds(1));
        Assert.False(village.Signal.Next().IsCompleted);
    }

    Task<long> Last() => village.Read(async db => await db.Events.MaxAsync(e => (long?)e.Id) ?? 0);

    Task<(int, int, int)> Counts() => village.Read(async db => (await db.Topics.CountAsync(), await db.Events.CountAsync(), await db.Tags.CountAsync()));
}
