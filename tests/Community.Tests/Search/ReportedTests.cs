using Community.People;
using Community.Reports;
using Community.Search;
using Community.Topics;
using Community.Trials;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Search;

/// <summary>What reports do to the order of what is found, and what is said of it.</summary>
public sealed class ReportedTests
{
    static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    [Fact]
    public async Task What_worked_comes_before_the_same_that_did_not()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var notes = new List<Topic>();
        for (var i = 0; i < 3; i++) notes.Add(await village.Begin(TopicKind.Note, "Parcels abroad", "<p>The green form.</p>"));
        await Report(village, notes[2], ReportOutcome.Worked, village.Jonas, village.Rosa);
        await Report(village, notes[0], ReportOutcome.Failed, village.Jonas);
        await village.CatchUp();

        var hits = (await village.Search("parcels abroad")).Hits;
        Assert.Equal([notes[2].Id, notes[1].Id, notes[0].Id], hits.Select(hit => hit.TopicId));
        Assert.Equal((ReasonKind.Worked, 2), Reason(hits[0]));
        Assert.Null(Reason(hits[1]));
        Assert.Equal((ReasonKind.Failed, 1), Reason(hits[2]));
        Assert.Equal("documents 3, missing 0, extra 0, stale 0", (await village.Check()).ToString());
    }

    [Fact]
    public async Task What_is_taken_back_or_said_by_the_author_weighs_nothing_and_a_newer_report_takes_the_place_of_an_older()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var (first, second) = (await village.Begin(TopicKind.Note, "Parcels abroad", "<p>The green form.</p>"), await village.Begin(TopicKind.Note, "Parcels abroad", "<p>The green form.</p>"));
        await village.CatchUp();
        await Report(village, first, ReportOutcome.Worked, village.Marta);
        await Report(village, second, ReportOutcome.Failed, village.Jonas);
        await Report(village, second, ReportOutcome.Worked, village.Jonas);
        await village.CatchUp();

        Assert.Equal([second.Id, first.Id], (await village.Search("parcels abroad")).Hits.Select(hit => hit.TopicId));
        await village.Alter(async db =>
        {
            foreach (var report in await db.Reports.Include(r => r.Retraction).Include(r => r.Post.Topic).Where(r => r.Post.TopicId == second.Id).ToListAsync()) report.Retract(village.Jonas, DateTime.UtcNow);
        });
        await village.CatchUp();
        Assert.Single((await village.Search("parcels abroad")).Hits.Select(hit => hit.Score).Distinct());
    }

    [Fact]
    public async Task A_clearly_better_text_stays_in_front_of_what_worked_for_many()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var better = await village.Begin(TopicKind.Note, "Parcels abroad and customs", "<p>Parcels abroad: the customs form, and what customs asks.</p>");
        var other = await village.Begin(TopicKind.Note, "Rota for Saturday", "<p>Somebody asked about customs once, between many other things that were said of the rota, of the keys and of the alarm.</p>");
        for (var i = 0; i < 20; i++)
        {
            long person = 0;
            await village.Alter(async db =>
            {
                var one = db.People.Add(new Person($"Reporter {i}", Community.Governance.Role.Member, DateTime.UtcNow)).Entity;
                await db.SaveChangesAsync();
                person = one.Id;
            });
            await Report(village, other, ReportOutcome.Worked, person);
            await Report(village, better, ReportOutcome.Failed, person);
        }

        await village.CatchUp();
        Assert.Equal([better.Id, other.Id], (await village.Search("customs parcels abroad")).Hits.Select(hit => hit.TopicId));
    }

    [Fact]
    public void All_that_a_post_is_worth_stays_within_its_bounds_and_fades_by_half_in_a_year()
    {
        var now = new DateTime(2026, 11, 26, 9, 0, 0, DateTimeKind.Utc);
        var (today, priors) = (DateOnly.FromDateTime(now), new Priors(now));
        foreach (var kind in Enum.GetValues<TopicKind>())
            foreach (var part in new[] { Part.Opening, Part.Answer })
                foreach (var score in new short[] { short.MinValue, 0, short.MaxValue })
                    foreach (var flags in new[] { PostFlags.None, PostFlags.IsAccepted })
                        foreach (var at in new[] { now, now.AddYears(-40) })
                            foreach (var reports in new[] { -1e9f, 0, 1e9f })
                                Assert.InRange(priors.Worth(new SegmentPost(1, 1, 1, 1, at.Ticks, Priors.DayOf(at), score, 2026, (byte)kind, flags, (byte)part, 0), reports), 0.8f, 1.35f);

        var one = ReportWeight.Forward(ReportOutcome.Worked, today);
        Assert.Equal(1, ReportWeight.On(today, one), 1e-9);
        Assert.Equal(0.5, ReportWeight.On(today.AddDays(365), one), 1e-3);
        Assert.Equal(0.25, ReportWeight.On(today.AddDays(731), one), 1e-3);
        Assert.Equal(-1.5, ReportWeight.On(today, ReportWeight.Forward(ReportOutcome.Failed, today) + ReportWeight.Forward(ReportOutcome.Failed, today) + ReportWeight.Forward(ReportOutcome.Adapted, today)), 1e-9);
    }

    [Fact]
    public async Task What_was_tried_and_abandoned_is_found_by_those_who_read_its_space()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var topic = await village.Begin(TopicKind.Thread, "Reminders that readers notice", "<p>What works?</p>");
        await village.CatchUp();
        foreach (var (title, space, of) in new (string, long, long?)[] { ("Reminders by text message", village.Works, topic.Id), ("Reminders on the receipt", village.Desk, null) })
            await village.Alter(db =>
            {
                var trial = db.Trials.Add(new Trial(space, TrialText.Of(title, "", "", "", Today, Today, Today, [], of), village.Jonas, DateTime.UtcNow)).Entity;
                trial.Decide(TrialOutcome.Abandoned, "Too dear.", village.Jonas, DateTime.UtcNow);
                return Task.CompletedTask;
            });

        var (jonas, marta) = (await village.Search("reminders", village.Jonas), await village.Search("reminders", village.Marta));
        Assert.Equal(["Reminders on the receipt", "Reminders by text message"], jonas.Tried.Select(tried => tried.Title));
        Assert.Equal(["Reminders by text message"], Assert.Single(jonas.Hits).Tried.Select(tried => tried.Title));
        Assert.Equal(["Reminders on the receipt"], marta.Tried.Select(tried => tried.Title));
        Assert.Empty(Assert.Single(marta.Hits).Tried);
        Assert.Empty((await village.Search("reminders", village.Jonas, new SearchRequest("") { Kind = TopicKind.Note })).Tried);
        Assert.Empty((await village.Search("text message reminders from nowhere", village.Jonas)).Tried);
    }

    static (ReasonKind, int)? Reason(SearchHit hit) => hit.Why.Where(reason => reason.Kind is ReasonKind.Worked or ReasonKind.Failed).Select(reason => ((ReasonKind, int)?)(reason.Kind, reason.Count)).SingleOrDefault();

    static async Task Report(SearchVillage village, Topic topic, ReportOutcome outcome, params long[] people)
    {
        foreach (var person in people)
            await village.Alter(async db =>
            {
                var post = await db.Posts.Include(p => p.Topic).SingleAsync(p => p.TopicId == topic.Id && p.Part == Part.Opening);
                db.Reports.Add(new Report(post, person, outcome, "", Today, "As it says.", DateTime.UtcNow));
            });
    }
}
