using System.Net;
using Community.Governance;
using Community.Reports;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Reports;

/// <summary>Reports and what they ask for, by forms alone.</summary>
public sealed class ReportPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task A_note_is_reported_on_shows_its_evidence_and_the_report_is_taken_back()
    {
        var (note, post, address) = await Note("reports-a", "Parcels abroad");
        using var reader = await site.SignedIn("Rita Reporter");
        var page = await reader.Page(address);
        Assert.Contains("Did you use this?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Worked once", page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await reader.PostForm($"/posts/{post}/reports", [("Outcome", "Worked"), ("Place", "Science branch"), ("Day", "2026-05-12"), ("Line", "Two volumes to Bergen."), ("Key", "a")], on: address)).StatusCode);
        page = await reader.Page(address);
        foreach (var text in new[] { "Worked once", "at Science branch on", "12 May", "Two volumes to Bergen.", "Rita Reporter", "1 report", $"/posts/{post}/reports" }) Assert.Contains(text, page, StringComparison.Ordinal);

        await reader.PostForm($"/posts/{post}/reports", [("Outcome", "Failed"), ("Place", "Law"), ("Day", "2026-06-03"), ("Line", "Held at the border."), ("Key", "b")], on: address);
        page = await reader.Page(address);
        Assert.Contains("Failed once, at Law.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Worked once", page, StringComparison.Ordinal);
        var all = await reader.Page($"/posts/{post}/reports");
        foreach (var text in new[] { "2 reports", "earlier; a newer one of the same person counts", "Two volumes to Bergen.", "Held at the border." }) Assert.Contains(text, all, StringComparison.Ordinal);

        var newest = await site.Store.Read(db => db.Reports.Where(r => r.PostId == post).MaxAsync(r => r.Id));
        Assert.Equal(HttpStatusCode.SeeOther, (await reader.PostForm($"/reports/{newest}/take-back", [], on: address)).StatusCode);
        page = await reader.Page(address);
        Assert.Contains("Worked once", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Held at the border.", page + await reader.Page($"/posts/{post}/reports"), StringComparison.Ordinal);
        Assert.True(note > 0);
    }

    [Fact]
    public async Task A_report_that_is_refused_keeps_what_was_typed()
    {
        var (_, post, address) = await Note("reports-b", "Wet volumes");
        using var reader = await site.SignedIn("Rita Reporter");

        var refused = await reader.PostForm($"/posts/{post}/reports", [("Outcome", "Failed"), ("Place", "The attic"), ("Day", "2026-05-12"), ("Line", "")], on: address);
        var page = await refused.Text();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        foreach (var text in new[] { "Say in one line what was different, or what went wrong.", "value=\"The attic\"", "value=\"2026-05-12\"" }) Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reader.PostForm($"/posts/{post}/reports", [("Line", "Neither nor.")], on: address)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.PostForm($"/posts/{post}/reports", [("Outcome", "Exploded"), ("Line", "x")], on: address)).StatusCode);
        Assert.Equal(0, await site.Store.Read(db => db.Reports.CountAsync(r => r.PostId == post)));
    }

    [Fact]
    public async Task What_failed_waits_on_the_note_on_home_and_on_the_list_until_a_revision_names_it()
    {
        var (_, post, address) = await Note("reports-c", "Closing the ground floor");
        using var reader = await site.SignedIn("Rita Reporter");
        using var keeper = await site.SignedIn("Kay Keeper");
        await reader.PostForm($"/posts/{post}/reports", [("Outcome", "Failed"), ("Place", "Law"), ("Line", "The key was elsewhere.")], on: address);
        await site.Quiet();
        var task = await site.Store.Read(db => db.RefinementTasks.Where(t => t.PostId == post).Select(t => t.Id).SingleAsync());

        foreach (var path in new[] { address, "/tasks" })
        {
            Assert.Contains($"/tasks/{task}/dismiss", await keeper.Page(path), StringComparison.Ordinal);
            Assert.DoesNotContain($"/tasks/{task}/", await reader.Page(path), StringComparison.Ordinal);
        }

        Assert.Contains("Something that you keep did not work", await keeper.Page("/"), StringComparison.Ordinal);
        Assert.Contains("The key was elsewhere.", await keeper.Page("/notifications"), StringComparison.Ordinal);
        Assert.Contains($"name=\"Answers\" value=\"{task}\" checked", await keeper.Page($"/posts/{post}/edit?answers={task}"), StringComparison.Ordinal);

        var saved = await keeper.PostForm($"/posts/{post}/edit", [("Title", "Closing the ground floor"), ("Body", "The key is with the porter."), ("BaseRevision", "1"), ("Answers", $"{task}")], on: address);
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        await site.Quiet();
        Assert.DoesNotContain($"/tasks/{task}/", await keeper.Page(address), StringComparison.Ordinal);
        Assert.Contains("answered by Kay Keeper in revision 2", await keeper.Page("/tasks?state=done"), StringComparison.Ordinal);
        Assert.Contains("answered your report", await reader.Page("/notifications"), StringComparison.Ordinal);
        Assert.Contains("answered in revision 2", await reader.Page($"/posts/{post}/reports"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_shows_who_tried_it_and_that_it_also_worked()
    {
        await Space("reports-d");
        var (asker, helper) = (await site.Person("Ann Asker"), await site.Person("Hal Helper"));
        var question = await site.Verb<StartTopic>().Run(asker, "reports-d", TopicKind.Question, "Which tape?", "It dries out.", []);
        var answer = await site.Verb<AddPost>().Run(helper, question, Part.Answer, null, "Linen tape.");
        foreach (var (name, place) in new[] { ("Rita Reporter", "Bindery"), ("Kay Keeper", "Law") }) await site.Verb<ReportPost>().Run(await site.Person(name), answer, ReportOutcome.Worked, place, null, "Held for a year.");
        using var reader = await site.SignedIn("Rita Reporter");

        foreach (var path in new[] { $"/questions/{question}/which-tape", $"/posts/{answer}/fragment" })
        {
            var page = await reader.Page(path);
            foreach (var text in new[] { "Tried by 2", "Also worked", "Bindery.", "Held for a year.", $"/posts/{answer}/reports#report" }) Assert.Contains(text, page, StringComparison.Ordinal);
        }

        await site.Verb<WithdrawPost>().Run(helper, answer);
        Assert.DoesNotContain("Held for a year.", await reader.Page($"/questions/{question}/which-tape"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await reader.Status($"/posts/{answer}/reports"));
    }

    [Fact]
    public async Task Who_took_the_name_off_the_question_is_not_named_by_a_report_in_it()
    {
        await Space("reports-e");
        var (asker, helper) = (await site.Person("Nele Nameless"), await site.Person("Hal Helper"));
        var question = await site.Verb<StartTopic>().Run(asker, "reports-e", TopicKind.Question, "Which glue?", "It dries out.", []);
        var answer = await site.Verb<AddPost>().Run(helper, question, Part.Answer, null, "Wheat paste.");
        await site.Verb<ReportPost>().Run(asker, answer, ReportOutcome.Failed, "Here", null, "Mice ate it.");
        using var keeper = await site.SignedIn("Hal Helper");
        Assert.Contains("Nele Nameless", await keeper.Page($"/posts/{answer}/reports"), StringComparison.Ordinal);
        await site.Verb<UnnamePost>().Run(asker, await site.Store.Read(db => db.Posts.Where(p => p.TopicId == question && p.Part == Part.Opening).Select(p => p.Id).SingleAsync()));
        await site.Quiet();

        foreach (var path in new[] { $"/questions/{question}/which-glue", $"/posts/{answer}/reports", $"/posts/{answer}/edit", "/tasks", "/notifications", "/experts?q=wheat+paste" })
        {
            var page = await keeper.Page(path);
            Assert.False(page.Contains("Nele Nameless", StringComparison.Ordinal) || page.Contains($"/people/{asker}/", StringComparison.Ordinal), path);
        }
    }

    [Fact]
    public async Task A_visitor_reads_the_reports_of_a_public_note_and_has_no_form()
    {
        var (_, post, address) = await Note("reports-f", "Opening hours", Tier.Public);
        await site.Verb<ReportPost>().Run(await site.Person("Rita Reporter"), post, ReportOutcome.Worked, "Foyer", null, "Readers found it.");
        using var visitor = site.Visitor();

        foreach (var path in new[] { address, $"/posts/{post}/reports" })
        {
            var page = await visitor.Page(path);
            Assert.Contains("Readers found it.", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<form method=\"post\"", page, StringComparison.Ordinal);
        }

        // A page that is kept is another one after the next report.
        await site.Verb<ReportPost>().Run(await site.Person("Kay Keeper"), post, ReportOutcome.Worked, "Foyer", null, "Twice.");
        Assert.Contains("Twice.", await visitor.Page(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_reports_are_paged()
    {
        var (_, post, _) = await Note("reports-g", "Long tried");
        var reporter = await site.Person("Rita Reporter");
        for (var i = 1; i <= 35; i++) await site.Verb<ReportPost>().Run(reporter, post, ReportOutcome.Worked, "", new DateOnly(2026, 1, 1).AddDays(i / 2), $"Line {i}.");
        using var reader = await site.SignedIn("Rita Reporter");

        var first = await reader.Page($"/posts/{post}/reports");
        var next = first.Split($"/posts/{post}/reports?after=")[1].Split('"')[0];
        var second = await reader.Page($"/posts/{post}/reports?after={next}");
        foreach (var i in Enumerable.Range(1, 35)) Assert.True(first.Contains($"Line {i}.", StringComparison.Ordinal) ^ second.Contains($"Line {i}.", StringComparison.Ordinal), $"line {i}");
        Assert.Equal(HttpStatusCode.OK, await reader.Status($"/posts/{post}/reports?after=99999999.1"));
    }

    async Task<(long Note, long Post, string Address)> Note(string space, string title, Tier tier = Tier.Institution)
    {
        await Space(space, tier);
        var note = await site.Verb<StartTopic>().Run(await site.Person("Kay Keeper"), space, TopicKind.Note, title, "As it is done.", []);
        return (note, await site.Store.Read(db => db.Posts.Where(p => p.TopicId == note).Select(p => p.Id).SingleAsync()), Community.Web.Topics.TopicAddress.Of(TopicKind.Note, note, title));
    }

    Task<string> Space(string slug, Tier tier = Tier.Institution) => site.Verb<MakeSpace>().Run(site.AdministratorId, slug, slug, "", tier);
}
