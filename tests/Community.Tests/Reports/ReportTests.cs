using Community.Events;
using Community.Reports;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Reports;

/// <summary>"Worked here": who may say it, of what, and what of it counts.</summary>
public sealed class ReportTests(Village village) : IClassFixture<Village>
{
    static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public async Task A_note_and_an_answer_take_reports_and_nothing_else_does()
    {
        var note = await village.Opening(await village.Start(village.Writer, TopicKind.Note));
        var question = await village.Start(village.Writer, TopicKind.Question);
        var answer = await village.Add(village.Member, question, Part.Answer);
        var thread = await village.Start(village.Writer);

        await Report(village.Colleague, note);
        await Report(village.Colleague, answer);
        foreach (var post in new[] { await village.Opening(question), await village.Opening(thread), await village.Add(village.Member, thread, Part.Reply), await village.Add(village.Member, question, Part.Comment, answer) })
            await VillageActs.Refused(Refusal.Invalid, () => Report(village.Colleague, post));
    }

    [Theory]
    [InlineData(Village.Unit, "administrator steward writer member unit guest")]
    [InlineData(Village.Institution, "administrator moderator steward writer member unit colleague")]
    [InlineData(Village.Partners, "administrator moderator steward writer member unit colleague guest")]
    public async Task Whoever_may_comment_there_may_report(string space, string expected)
    {
        var note = await village.Start(village.Writer, TopicKind.Note, space);
        var post = await village.Opening(note);
        var may = new List<string>();
        foreach (var (name, person) in People())
        {
            var (reports, comments) = (await Takes(() => Report(person, post)), await Takes(() => village.Add(person, note, Part.Comment)));
            Assert.Equal((name, comments), (name, reports));
            if (reports) may.Add(name);
        }

        Assert.Equal(expected, string.Join(' ', may));
    }

    [Fact]
    public async Task A_guest_who_was_not_invited_reads_a_public_note_and_does_not_report()
    {
        var note = await village.Opening(await village.Start(village.Writer, TopicKind.Note, Village.Public));

        await VillageActs.Refused(Refusal.Forbidden, () => Report(village.Stranger, note));
    }

    [Fact]
    public async Task A_line_is_needed_where_it_did_not_just_work()
    {
        var note = await Note();
        await Report(village.Member, note, line: "");
        foreach (var outcome in new[] { ReportOutcome.Adapted, ReportOutcome.Failed })
            Assert.Equal("Line", (await VillageActs.Refused(Refusal.Invalid, () => Report(village.Member, note, outcome, line: "  \n "))).Field);

        Assert.Equal("Line", (await VillageActs.Refused(Refusal.Invalid, () => Report(village.Member, note, line: new string('x', 301)))).Field);
        Assert.Equal("Place", (await VillageActs.Refused(Refusal.Invalid, () => Report(village.Member, note, place: new string('x', 101)))).Field);
        await Report(village.Member, note, ReportOutcome.Failed, line: new string('x', 300));
    }

    [Fact]
    public async Task A_day_that_is_to_come_is_refused_and_one_that_has_begun_somewhere_is_not()
    {
        var note = await Note();
        await Report(village.Member, note, day: Today.AddYears(-3));
        // Nine in the morning in UTC: it is still the second of March everywhere west of Tokyo.
        await Report(village.Member, note, day: Today);

        Assert.Equal("Day", (await VillageActs.Refused(Refusal.Invalid, () => Report(village.Member, note, day: Today.AddDays(1)))).Field);
    }

    [Fact]
    public async Task Of_one_person_the_newest_counts_and_the_others_stay()
    {
        var note = await Note();
        await Report(village.Member, note, ReportOutcome.Failed, Today.AddDays(-30), line: "Held at customs.");
        var newest = await Report(village.Member, note, day: Today.AddDays(-2));
        await Report(village.Member, note, ReportOutcome.Adapted, Today.AddDays(-20), line: "In two parcels.");
        var sameDay = await Report(village.Colleague, note, day: Today);
        var later = await Report(village.Colleague, note, ReportOutcome.Failed, Today, line: "Came back in the afternoon.");

        Assert.Equal([newest, later], await Counted(note));
        Assert.Equal(5, await village.Read(db => db.Reports.CountAsync(r => r.PostId == note)));
        await village.Verb<RetractReport>().Run(village.Colleague, later);
        Assert.Equal([newest, sameDay], await Counted(note));
    }

    [Fact]
    public async Task A_report_is_taken_back_by_its_maker_or_a_moderator_once_and_its_row_stays()
    {
        var note = await Note();
        var report = await Report(village.Member, note);
        foreach (var person in new[] { village.Writer, village.Steward, village.Colleague })
            await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<RetractReport>().Run(person, report));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<RetractReport>().Run(village.Stranger, report));

        await village.Verb<RetractReport>().Run(village.Member, report);
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<RetractReport>().Run(village.Member, report));
        await village.Verb<RetractReport>().Run(village.Moderator, await Report(village.Colleague, note));

        Assert.Empty(await Counted(note));
        Assert.Equal((2, village.Member), await village.Read(async db => (await db.Reports.CountAsync(r => r.PostId == note), (await db.Retractions.SingleAsync(r => r.ReportId == report)).ById)));
    }

    [Fact]
    public async Task A_post_out_of_sight_takes_no_report_and_shows_none()
    {
        var question = await village.Start(village.Writer, TopicKind.Question);
        var answer = await village.Add(village.Member, question, Part.Answer);
        await Report(village.Colleague, answer);
        await village.Verb<WithdrawPost>().Run(village.Member, answer);

        await VillageActs.Refused(Refusal.Conflict, () => Report(village.Writer, answer));
        Assert.Equal(0, await Listed(village.Colleague, answer));
        await village.Verb<RestorePost>().Run(village.Member, answer);
        Assert.Equal(1, await Listed(village.Colleague, answer));
    }

    [Fact]
    public async Task Reports_of_an_answer_that_became_a_reply_rest_until_it_is_an_answer_again()
    {
        var question = await village.Start(village.Writer, TopicKind.Question);
        var answer = await village.Add(village.Member, question, Part.Answer);
        await Report(village.Colleague, answer);

        await village.Verb<ConvertTopic>().Run(village.Writer, question, TopicKind.Thread);
        Assert.Equal(0, await Listed(village.Colleague, answer));
        await VillageActs.Refused(Refusal.Invalid, () => Report(village.Steward, answer));
        await village.Verb<ConvertTopic>().Run(village.Writer, question, TopicKind.Question);
        Assert.Equal(1, await Listed(village.Colleague, answer));
    }

    [Fact]
    public async Task Nobody_lists_reports_of_a_space_that_they_do_not_read()
    {
        var note = await Note(Village.Unit);
        await Report(village.Member, note, ReportOutcome.Failed, line: "Secret.");

        Assert.Equal(0, await Listed(village.Colleague, note));
        Assert.Equal(0, await Listed(village.Moderator, note));
        Assert.Equal(1, await Listed(village.UnitMember, note));
        await VillageActs.Refused(Refusal.NotFound, () => Report(village.Colleague, note));
    }

    [Fact]
    public async Task The_log_says_that_there_was_a_report_and_none_of_its_words()
    {
        var note = await Note();
        var report = await Report(village.Member, note);
        await village.Verb<RetractReport>().Run(village.Member, report);

        var told = await village.Read(db => db.Events.Where(e => e.SubjectId == note && (e.Kind == EventKind.Reported || e.Kind == EventKind.Unreported)).OrderBy(e => e.Id).ToListAsync());
        Assert.Equal([EventKind.Reported, EventKind.Unreported], told.Select(e => e.Kind));
        Assert.All(told, e => Assert.Equal((note, village.Member), (e.PostId, e.ActorId)));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_report()
    {
        var note = await Note();
        var once = Community.People.Once.OfForm("key", "worked");

        var first = await village.Verb<ReportPost>().Run(village.Member, note, ReportOutcome.Worked, null, Today, null, once);
        Assert.Equal(first, await village.Verb<ReportPost>().Run(village.Member, note, ReportOutcome.Worked, null, Today, null, once));
        Assert.Equal(1, await village.Read(db => db.Reports.CountAsync(r => r.PostId == note)));
    }

    async Task<long> Note(string space = Village.Institution) => await village.Opening(await village.Start(village.Writer, TopicKind.Note, space));

    Task<long> Report(long personId, long postId, ReportOutcome outcome = ReportOutcome.Worked, DateOnly? day = null, string? line = "It went well.", string? place = "Law") =>
        village.Verb<ReportPost>().Run(personId, postId, outcome, place, day, line);

    Task<List<long>> Counted(long postId) => village.Read(db => db.Reports.Standing().Counted(db).Where(r => r.PostId == postId).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync());

    Task<int> Listed(long personId, long postId) => village.Read(async db => await db.Reports.ListedFor(db, await db.Viewer(personId)).CountAsync(r => r.PostId == postId));

    (string Name, long Person)[] People() =>
    [
        ("administrator", village.Administrator), ("moderator", village.Moderator), ("steward", village.Steward), ("writer", village.Writer), ("member", village.Member), ("unit", village.UnitMember), ("colleague", village.Colleague), ("guest", village.Guest), ("stranger", village.Stranger),
    ];

    static async Task<bool> Takes(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (RefusedException refused) when (refused.Kind is Refusal.NotFound or Refusal.Forbidden)
        {
            return false;
        }
    }
}
