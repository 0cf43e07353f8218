using Community.Experts;
using Community.Reports;
using Community.Tests.Search;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Experts;

/// <summary>That something worked for others speaks for who wrote it, and who reported has done it.</summary>
public sealed class ReportEvidenceTests
{
    [Fact]
    public async Task Of_two_who_wrote_the_same_the_one_comes_first_whose_note_worked_for_others()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var worked = await village.Begin(TopicKind.Note, "Sending customs forms", "<p>In a pouch.</p>", by: village.Hana);
        await village.Begin(TopicKind.Note, "Sending customs forms", "<p>In a pouch.</p>", by: village.Rosa);
        await village.CatchUp();
        Assert.Equal("Rosa, Hana", await village.NamesOf("customs forms", village.Marta));

        await Report(village, worked, ReportOutcome.Worked, village.Jonas);
        var found = await village.WhoKnows("customs forms", village.Marta);
        Assert.Equal(["Hana", "Rosa", "Jonas"], found.Select(person => person.Name.Split(' ')[0]));
        Assert.Equal("practice note, worked for 1", found[0].Evidence[0].Why);
        Assert.Equal((EvidenceKind.Report, "reported on it", "Sending customs forms"), (found[2].Evidence[0].Kind, found[2].Evidence[0].Why, found[2].Evidence[0].Title));
        Assert.Equal(1, found[2].Counts[EvidenceKind.Report]);
    }

    [Fact]
    public async Task A_failure_speaks_against_the_text_and_still_for_whoever_tried_it()
    {
        await using var village = await SearchVillage.Start(serving: false);
        await village.Begin(TopicKind.Note, "Sending customs forms", "<p>In a pouch.</p>", by: village.Hana);
        var failed = await village.Begin(TopicKind.Note, "Sending customs forms", "<p>In a pouch.</p>", by: village.Rosa);
        await village.CatchUp();

        await Report(village, failed, ReportOutcome.Failed, village.Jonas);
        Assert.Equal("Hana, Rosa, Jonas", await village.NamesOf("customs forms", village.Marta));
    }

    [Fact]
    public async Task What_somebody_reports_of_the_own_text_shows_nothing()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var note = await village.Begin(TopicKind.Note, "Sending customs forms", "<p>In a pouch.</p>", by: village.Rosa);
        await Report(village, note, ReportOutcome.Worked, village.Rosa);
        await village.CatchUp();

        Assert.Equal(["practice note"], (await village.WhoKnows("customs forms", village.Marta)).Single().Evidence.Select(one => one.Why));
    }

    [Fact]
    public async Task Evidence_of_reports_is_told_to_those_who_read_the_post_and_gone_when_it_is_taken_back()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var hidden = await village.Begin(TopicKind.Note, "Sending customs forms", "<p>In a pouch.</p>", village.Works, village.Rosa);
        await Report(village, hidden, ReportOutcome.Worked, village.Jonas);
        await village.CatchUp();

        Assert.Equal("Rosa, Jonas", await village.NamesOf("customs forms", village.Jonas));
        Assert.Equal("", await village.NamesOf("customs forms", village.Marta));
        await village.Alter(async db => (await db.Reports.Include(r => r.Retraction).Include(r => r.Post.Topic).SingleAsync()).Retract(village.Jonas, DateTime.UtcNow));
        Assert.Equal("Rosa", await village.NamesOf("customs forms", village.Jonas));
    }

    [Fact]
    public async Task Who_took_the_name_off_a_question_is_not_shown_by_what_they_reported_there()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var question = await village.Ask("How do customs forms work?", "A parcel.", by: village.Marta);
        var answer = await village.Reply(question.Id, "Customs forms go outside.", village.Rosa);
        await village.Alter(async db => db.Reports.Add(new Report(await db.Posts.Include(p => p.Topic).SingleAsync(p => p.Id == answer.Id), village.Marta, ReportOutcome.Worked, "", DateOnly.FromDateTime(DateTime.UtcNow), "", DateTime.UtcNow)));
        await village.CatchUp();
        Assert.Equal("Rosa, Marta", await village.NamesOf("customs forms", village.Jonas));

        await village.Change(question.Id, topic => topic.Posts[0].Unname(DateTime.UtcNow));
        Assert.Equal("Rosa", await village.NamesOf("customs forms", village.Jonas));
    }

    static Task Report(SearchVillage village, Topic topic, ReportOutcome outcome, long person) => village.Alter(async db =>
    {
        var post = await db.Posts.Include(p => p.Topic).SingleAsync(p => p.TopicId == topic.Id && p.Part == Part.Opening);
        db.Reports.Add(new Report(post, person, outcome, "", DateOnly.FromDateTime(DateTime.UtcNow), "As it says.", DateTime.UtcNow));
    });
}
