using System.Globalization;
using Community.Events;
using Community.Experts;
using Community.Governance;
using Community.People;
using Community.Questions;
using Community.Questions.Asking;
using Community.Questions.Promise;
using Community.Search.Routing;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Community.Tests.Questions.Promise;

/// <summary>A need makes the ladder shorter and never longer. Work is done from nine to five, UTC; eight hours are promised, two more asked after two, the stewards two before the end.</summary>
public sealed class NeedTests : IAsyncLifetime
{
    readonly Village village = new();

    public async ValueTask InitializeAsync()
    {
        await village.InitializeAsync();
        Pass("2026-12-06 09:00");
        await village.Verb<MakePromise>().Run(village.Steward, Village.Institution, PromiseTerms.Default, "2026-12-18 Staff day");
    }

    public ValueTask DisposeAsync() => village.DisposeAsync();

    [Theory]
    [InlineData("2026-12-07 09:00", null, "2026-12-07 15:00", "without a need as promised")]
    [InlineData("2026-12-07 09:00", "2026-12-07", "2026-12-07 15:00", "the need is the promise")]
    [InlineData("2026-12-07 09:00", "2026-12-30", "2026-12-07 15:00", "a late need loosens nothing")]
    [InlineData("2026-12-07 13:00", null, "2026-12-08 11:00", "promised over a night")]
    [InlineData("2026-12-07 13:00", "2026-12-07", "2026-12-07 16:00", "half the time is left, and all steps are half as long")]
    [InlineData("2026-12-11 16:00", "2026-12-13", "2026-12-11 16:45", "needed on a Sunday: on Friday by five")]
    [InlineData("2026-12-17 16:00", "2026-12-18", "2026-12-17 16:45", "needed on a holiday: on the day before")]
    [InlineData("2026-12-11 16:50", "2026-12-11", "2026-12-11 16:50", "hardly any time is left: at once")]
    [InlineData("2026-12-12 12:00", "2026-12-13", "2026-12-12 12:00", "no work is done until then: at once")]
    [InlineData("2026-12-12 12:00", "2026-12-14", "2026-12-14 15:00", "asked on a Saturday for Monday, which is what is promised")]
    public async Task The_stewards_are_told_before_it_is_too_late(string asked, string? needed, string told, string why)
    {
        Pass(asked);
        var question = await Ask(AskedWhom.Nobody, needed);
        await Climb(Utc(told).AddHours(-0.25));
        Assert.True(Utc(told) <= Utc(asked) || await Told(question) is null, why);
        await Climb(Utc(told).AddHours(2));

        Assert.True(Utc(told) == await Told(question), $"{why}: {await Told(question)}");
        var clock = await Clock(question);
        Assert.True(needed is null || clock.EscalatedAt <= clock.NeededAt || clock.NeededAt <= Utc(asked), why);
        // What is promised stays what it is.
        Assert.Equal(new WorkingCalendar(TimeZoneInfo.Utc, WorkingWeek.Default, new HashSet<DateOnly> { new(2026, 12, 18) }).Add(Utc(asked), TimeSpan.FromHours(8)), clock.DueAt);
    }

    [Fact]
    public async Task The_rounds_are_shorter_too()
    {
        foreach (var name in new[] { "Ann", "Ben", "Cas", "Dee" }) await village.Person(name);
        var thread = await village.Start(village.Writer);
        foreach (var person in await village.Read(db => db.People.Where(p => p.Name.Length == 3).Select(p => p.Id).ToListAsync())) await village.Add(person, thread, Part.Reply);
        Pass("2026-12-07 13:00");
        var question = await Ask(AskedWhom.Space, "2026-12-07");
        await Climb(Utc("2026-12-07 17:00"));

        Assert.Equal(["13:00", "14:00"], await Times(question, EventKind.Invited));
        Assert.Equal(["15:00"], await Times(question, EventKind.PromiseNear));
    }

    [Fact]
    public async Task Said_later_it_shortens_what_is_left_and_ended_it_counts_no_more()
    {
        Pass("2026-12-07 13:00");
        var question = await Ask(AskedWhom.Nobody, null);
        await Climb(Utc("2026-12-07 15:00"));
        await village.Verb<SayNeed>().Run(village.Writer, question, new DateOnly(2026, 12, 7), "The course starts.");
        await Climb(Utc("2026-12-07 15:00"));
        Assert.Equal(Utc("2026-12-07 16:20"), (await Clock(question)).TellStewardsAt);

        await village.Verb<SayNeed>().Run(village.Steward, question, new DateOnly(2026, 12, 20), "The course was moved.");
        await Climb(Utc("2026-12-07 15:15"));
        Assert.Equal(Utc("2026-12-08 11:00"), (await Clock(question)).TellStewardsAt);
        Assert.Equal(["The course was moved."], await village.Read(db => db.StandingNeeds.Where(n => n.TopicId == question).Select(n => n.Reason).ToListAsync()));

        await village.Verb<SayNeed>().Run(village.Writer, question, new DateOnly(2026, 12, 7), "And back.");
        await village.Verb<EndNeed>().Run(village.Writer, question);
        await Climb(Utc("2026-12-08 10:45"));
        Assert.Null(await Told(question));
        await Climb(Utc("2026-12-08 11:15"));
        Assert.Equal(Utc("2026-12-08 11:00"), await Told(question));
    }

    [Fact]
    public async Task A_day_and_a_reason_come_together_and_within_ninety_days()
    {
        Pass("2026-12-07 09:00");
        var question = await Ask(AskedWhom.Nobody, null);
        foreach (var (day, reason) in new (DateOnly?, string?)[] { (new(2026, 12, 8), " "), (null, "Why"), (null, null), (new(2026, 12, 6), "Why"), (new(2027, 3, 8), "Why"), (new(2026, 12, 8), new string('x', 201)) })
            Assert.Equal("NeededBy", (await VillageActs.Refused(Refusal.Invalid, () => village.Verb<SayNeed>().Run(village.Writer, question, day, reason))).Field);
        await village.Verb<SayNeed>().Run(village.Writer, question, new DateOnly(2027, 3, 7), new string('x', 200));

        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<AskQuestion>().Run(village.Writer, Village.Institution, "Title", "Text", [], AskedWhom.Space, [], needed: new NeededBy(new(2026, 12, 6), "Why")));
        Assert.False(await village.Read(db => db.Topics.AnyAsync(t => t.Title == "Title")));
    }

    [Fact]
    public async Task Who_asked_and_who_keeps_the_space_say_it_and_nobody_where_they_may_not_read()
    {
        Pass("2026-12-07 09:00");
        var question = await Ask(AskedWhom.Nobody, null);
        var closed = await village.Start(village.Writer, TopicKind.Question, space: Village.Unit);
        Task Say(long person, long topic) => village.Verb<SayNeed>().Run(person, topic, new DateOnly(2026, 12, 8), "Why");

        await VillageActs.Refused(Refusal.Forbidden, () => Say(village.Member, question));
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<EndNeed>().Run(village.Member, question));
        await VillageActs.Refused(Refusal.NotFound, () => Say(village.Colleague, closed));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<EndNeed>().Run(village.Colleague, closed));
        foreach (var person in new[] { village.Writer, village.Steward, village.Moderator, village.Administrator }) await Say(person, question);
        await village.Verb<CloseTopic>().Run(village.Writer, question, Outcome.Nothing, "Over.");
        await VillageActs.Refused(Refusal.Conflict, () => Say(village.Writer, question));
        await VillageActs.Refused(Refusal.Invalid, async () => await Say(village.Writer, await village.Start(village.Writer)));
    }

    Task<long> Ask(AskedWhom asked, string? needed) =>
        village.Verb<AskQuestion>().Run(village.Writer, Village.Institution, "Which form is it?", "For the course.", [], asked, [], needed: needed is null ? null : new NeededBy(DateOnly.Parse(needed, CultureInfo.InvariantCulture), "The course starts."));

    async Task Climb(DateTime until)
    {
        var follow = new FollowQuestions(village.Store, village.Clock);
        var invite = new InviteNext(village.Store, new Candidates(village.Store, new Writers(village), village.Clock), village.Clock, NullLogger<InviteNext>.Instance);
        for (; ; village.Clock.Pass(TimeSpan.FromMinutes(15)))
        {
            while (await follow.Step(default)) ;
            while (await invite.Run() > 0) ;
            while (await follow.Step(default)) ;
            if (village.Clock.Now() >= until) return;
        }
    }

    Task<DateTime?> Told(long question) => village.Read(db => db.QuestionClocks.Where(c => c.TopicId == question).Select(c => c.EscalatedAt).SingleAsync());

    Task<QuestionClock> Clock(long question) => village.Read(db => db.QuestionClocks.AsNoTracking().SingleAsync(c => c.TopicId == question));

    Task<List<string>> Times(long question, EventKind kind) => village.Read(async db => (await db.Events.Where(e => e.TopicId == question && e.Kind == kind).OrderBy(e => e.Id).Select(e => e.At).ToListAsync()).ConvertAll(at => at.ToString("HH:mm", CultureInfo.InvariantCulture)));

    void Pass(string until) => village.Clock.Pass(Utc(until) - village.Clock.Now());

    static DateTime Utc(string time) => DateTime.SpecifyKind(DateTime.ParseExact(time, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), DateTimeKind.Utc);

    sealed class Writers(Village village) : IKnowers
    {
        public Task<IReadOnlyList<RankedPerson>> About(string text, Viewer viewer, CancellationToken stop) => village.Read(async db =>
        {
            var posts = await db.Posts.Where(p => p.Part == Part.Reply).Select(p => p.Id).ToListAsync(stop);
            return await new WhoKnows(db, village.Clock).Of([.. posts.Select(id => new RelevantPost(id, 1))], _ => false, viewer, stop);
        });
    }
}
