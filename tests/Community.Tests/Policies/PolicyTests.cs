using Community.Events;
using Community.Governance;
using Community.Notifications;
using Community.Policies;
using Community.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Policies;

/// <summary>Rules in writing: who makes and reads them, from when on a version holds, and who is asked to know it.</summary>
public sealed class PolicyTests(Village village) : IClassFixture<Village>
{
    static int count;

    DateOnly Today => DateOnly.FromDateTime(village.Clock.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task Only_administrators_write_and_release_and_somebody_of_the_staff_answers_for_it()
    {
        foreach (var person in new[] { village.Moderator, village.Steward, village.Colleague, village.Guest })
            await VillageActs.Refused(Refusal.NotFound, () => village.Verb<MakePolicy>().Run(person, Text(), village.Colleague));
        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<MakePolicy>().Run(village.Administrator, Text(), village.Guest));

        var id = await Make();
        // The owner reads drafts, and does not write them.
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<DraftPolicy>().Run(village.Colleague, id, Text(), village.Colleague, null, 1));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<ReleasePolicy>().Run(village.Colleague, id, 1, 1));
    }

    [Fact]
    public async Task A_draft_is_seen_by_owner_and_administrators_only_and_a_released_version_by_everybody_signed_in()
    {
        var id = await Make();
        foreach (var person in new[] { village.Colleague, village.Administrator }) Assert.True(await Sees(person, id));
        foreach (var person in new[] { village.Moderator, village.Steward, village.Member, village.Guest }) Assert.False(await Sees(person, id));
        await VillageActs.Refused(Refusal.NotFound, () => Acknowledge(village.Member, id, 1));

        await Release(id, 1);
        foreach (var person in new[] { village.Moderator, village.Member, village.Guest, village.Stranger }) Assert.True(await Sees(person, id));
        Assert.Empty(await village.Read(db => db.Policies.VisibleTo(new Viewer(null, null, [])).ToListAsync()));
    }

    [Fact]
    public async Task A_version_holds_from_its_day_on_and_only_that_one_is_acknowledged_once()
    {
        var id = await Make(Text(day: 3));
        await Release(id, 1);
        Assert.Null((await Policy(id)).InForce(Today));
        await VillageActs.Refused(Refusal.Conflict, () => Acknowledge(village.Member, id, 1));

        village.Clock.Pass(TimeSpan.FromDays(3));
        foreach (var _ in new[] { 1, 2 }) await Acknowledge(village.Member, id, 1);
        Assert.Equal([village.Member], await Knowing(id, 1));
    }

    [Fact]
    public async Task A_changed_version_asks_again_and_a_small_one_does_not()
    {
        var id = await Make();
        await Release(id, 1);
        Assert.Equal(1, (await Policy(id)).Asking(Today)!.Number);

        var small = Text("A comma.", minor: true);
        await village.Verb<DraftPolicy>().Run(village.Administrator, id, small, village.Colleague, null, 0);
        await Release(id, 2);
        Assert.Equal((2, 1), ((await Policy(id)).InForce(Today)!.Number, (await Policy(id)).Asking(Today)!.Number));

        await village.Verb<DraftPolicy>().Run(village.Administrator, id, Text("Other rules.", day: 2), village.Colleague, null, 0);
        await Release(id, 3);
        Assert.Equal(1, (await Policy(id)).Asking(Today)!.Number);
        village.Clock.Pass(TimeSpan.FromDays(2));
        Assert.Equal(3, (await Policy(id)).Asking(Today)!.Number);
        await VillageActs.Refused(Refusal.Conflict, () => Acknowledge(village.Member, id, 2));
    }

    [Fact]
    public async Task Of_two_who_change_a_draft_the_second_is_told_and_nobody_releases_what_they_have_not_read()
    {
        var id = await Make();
        await village.Verb<DraftPolicy>().Run(village.Administrator, id, Text("First."), village.Colleague, null, 1);
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<DraftPolicy>().Run(village.Administrator, id, Text("Second."), village.Colleague, null, 1));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<ReleasePolicy>().Run(village.Administrator, id, 1, 1));
        await village.Verb<ReleasePolicy>().Run(village.Administrator, id, 1, 2);
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<ReleasePolicy>().Run(village.Administrator, id, 1, 2));
        Assert.Equal("First.", (await Policy(id)).InForce(Today)!.Body);
    }

    [Fact]
    public async Task A_version_holds_neither_before_its_release_nor_before_the_one_that_it_follows()
    {
        var id = await Make(Text(day: -1));
        Assert.Equal("EffectiveOn", (await VillageActs.Refused(Refusal.Invalid, () => village.Verb<ReleasePolicy>().Run(village.Administrator, id, 1, 1))).Field);

        await village.Verb<DraftPolicy>().Run(village.Administrator, id, Text(day: 9), village.Colleague, null, 1);
        await village.Verb<ReleasePolicy>().Run(village.Administrator, id, 1, 2);
        await village.Verb<DraftPolicy>().Run(village.Administrator, id, Text("Earlier.", day: 8), village.Colleague, null, 0);
        Assert.Equal("EffectiveOn", (await VillageActs.Refused(Refusal.Invalid, () => village.Verb<ReleasePolicy>().Run(village.Administrator, id, 2, 1))).Field);
    }

    [Fact]
    public async Task The_same_text_sent_twice_makes_one_policy_and_a_title_is_taken_once()
    {
        var text = Text();
        var id = await Make(text);
        Assert.Equal(id, await Make(text));
        await VillageActs.Refused(Refusal.Conflict, () => Make(text with { Body = "Something else." }));
    }

    [Fact]
    public async Task A_topic_that_is_named_must_be_seen_by_the_one_who_names_it() =>
        Assert.Equal("Topic", (await VillageActs.Refused(Refusal.Invalid, () => village.Verb<MakePolicy>().Run(village.Administrator, Text(), village.Colleague, 999_999))).Field);

    [Theory]
    [InlineData(PolicyPreset.Open)]
    [InlineData(PolicyPreset.Balanced)]
    [InlineData(PolicyPreset.Strict)]
    public void Each_template_covers_what_such_a_policy_must(PolicyPreset preset)
    {
        var text = PolicyText.Of(PolicyTemplates.Title, PolicyKind.SocialMedia, PolicyTemplates.Of(preset), "", Today, true, PolicyTemplates.Scope);
        Assert.Equal(11, text.Body.Split("\n## ").Length - 1);
        foreach (var word in new[] { "handbook", "all media", "confidential", "say that you work here", "view is yours", "Logo", "fair use", "Ask people before", "given something", "in the institution's place", "agreed", "legal disputes", "remove" })
            Assert.Contains(word, text.Body, StringComparison.Ordinal);
        Assert.Equal(4, text.Scope.Count);
    }

    [Fact]
    public async Task Scenarios_are_answered_as_the_policy_says_before_it_is_acknowledged()
    {
        var text = PolicyText.Of("Cases", PolicyKind.Conduct, "Be kind.", "", Today, true, "", "Somebody asks for a reader.\n- You tell\n* You do not tell\n> Readers stay unnamed.\n\nSomebody shouts.\n* You stay calm\n- You shout\n> It helps nobody.");
        Assert.Equal([1, 0], Quiz.Of(text.Quiz).Select(scenario => scenario.Right));
        var id = await Make(text);
        await Release(id, 1);

        foreach (var wrong in new IReadOnlyList<int>?[] { null, [1], [0, 0], [1, 1], [1, 7] })
            Assert.Equal("Answers", (await VillageActs.Refused(Refusal.Invalid, () => village.Verb<AcknowledgePolicy>().Run(village.Member, id, 1, wrong))).Field);
        Assert.Empty(await Knowing(id, 1));
        await village.Verb<AcknowledgePolicy>().Run(village.Member, id, 1, [1, 0]);
        Assert.Equal([village.Member], await Knowing(id, 1));
    }

    [Theory]
    [InlineData("Only what happens.")]
    [InlineData("What happens.\n- One\n- Two\n> Why.")]
    [InlineData("What happens.\n* One\n* Two\n> Why.")]
    [InlineData("What happens.\n* One\n> Why.")]
    [InlineData("What happens.\n* One\n- Two")]
    [InlineData("* One\n- Two\n> Why.")]
    [InlineData("What happens.\n* \n- Two\n> Why.")]
    public void A_scenario_that_cannot_be_answered_is_not_taken(string quiz) => Assert.Equal("Quiz", Assert.Throws<RefusedException>(() => Quiz.Of(quiz)).Field);

    [Fact]
    public async Task Whoever_does_not_know_a_policy_is_asked_on_its_day_and_every_two_weeks_four_times_in_all()
    {
        var id = await Make(Text(day: 1));
        await Release(id, 1);
        await Remind();
        Assert.Empty(await Asked(id));

        village.Clock.Pass(TimeSpan.FromDays(1));
        await Remind();
        var first = await Asked(id);
        Assert.Superset(new HashSet<long> { village.Member, village.Guest, village.Administrator }, first.ToHashSet());
        Assert.Equal(first.Count, first.Distinct().Count());

        await Acknowledge(village.Member, id, 1);
        await village.Verb<SeeNotices>().Run(village.Guest, long.MaxValue);
        for (var round = 0; round < 6; round++)
        {
            village.Clock.Pass(PolicyReminder.Apart);
            await Remind();
        }

        var all = await Asked(id);
        Assert.Equal(4, await village.Read(db => db.PolicyReminders.CountAsync(r => r.PolicyId == id)));
        Assert.Equal((1, 2, 1), (all.Count(person => person == village.Member), all.Count(person => person == village.Guest), all.Count(person => person == village.Administrator)));
    }

    async Task Remind()
    {
        await village.Verb<RemindReaders>().Run();
        var notify = new NotifyPeople(village.Store, village.Clock);
        while (await notify.Step(TestContext.Current.CancellationToken)) { }
    }

    Task<List<long>> Asked(long id) => village.Read(db =>
    {
        var events = db.Events;
        return db.Notifications.Where(n => n.Kind == NoticeKind.PolicyAsks && events.Any(e => e.Id == n.EventId && e.SubjectId == id)).Select(n => n.PersonId).ToListAsync();
    });

    PolicyText Text(string body = "Be kind.", int day = 0, bool minor = false) =>
        PolicyText.Of($"Rules {Interlocked.Increment(ref count)}", PolicyKind.Conduct, body, "", Today.AddDays(day), !minor, "Networks | ours\n\nLists");

    Task<long> Make(PolicyText? text = null) => village.Verb<MakePolicy>().Run(village.Administrator, text ?? Text(), village.Colleague);

    Task Release(long id, int number) => village.Verb<ReleasePolicy>().Run(village.Administrator, id, number, 1);

    Task Acknowledge(long person, long id, int number) => village.Verb<AcknowledgePolicy>().Run(person, id, number);

    Task<Policy> Policy(long id) => village.Read(db => db.Policies.Include(p => p.Versions).SingleAsync(p => p.Id == id));

    Task<List<long>> Knowing(long id, int number) => village.Read(db => db.Acknowledgements.Where(a => a.PolicyId == id && a.Number == number).Select(a => a.PersonId).ToListAsync());

    Task<bool> Sees(long person, long id) => village.Read(async db => await db.Policies.VisibleTo(await db.Viewer(person)).AnyAsync(p => p.Id == id));
}
