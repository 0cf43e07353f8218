using System.Globalization;
using System.Net;
using Community.Governance;
using Community.Playbooks;
using Community.Spaces;
using Community.Topics;
using Community.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Playbooks;

/// <summary>Playbooks by forms alone, from the post to the end of a run, and by programs; and that nobody else finds it.</summary>
public sealed class PlaybookPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    const string Owner = "Olga Owner", Starter = "Sami Starter", Author = "Anna Author", Other = "Otto Other", Guest = "Gita Guest";

    [Fact]
    public async Task Those_who_keep_playbooks_adopt_write_change_and_retire_them_by_forms()
    {
        await site.Person(Owner);
        using var keeper = await site.SignedIn();
        using var other = await site.SignedIn(Other);
        using var guest = await site.SignedIn(Guest, Role.Guest);
        using var visitor = site.Visitor();
        foreach (var page in new[] { "/playbooks", "/playbooks/runs" })
        {
            await other.Page(page);
            Assert.Equal(HttpStatusCode.NotFound, await guest.Status(page));
            Assert.Equal(HttpStatusCode.NotFound, await visitor.Status(page));
        }

        Assert.DoesNotContain("Ready to adopt", await other.Page("/playbooks"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await other.Status("/playbooks/new"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostForm("/playbooks/adopt", [("key", "press")], on: "/playbooks")).StatusCode);

        var adopted = await keeper.PostForm("/playbooks/adopt", [("key", "press")], on: "/playbooks");
        Assert.Contains("A journalist asks", await keeper.Page(adopted.Headers.Location!.ToString()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await keeper.PostForm("/playbooks/adopt", [("key", "press")], on: "/playbooks")).StatusCode);

        var refused = await keeper.PostForm("/playbooks/new", [.. Typed("A burst pipe"), ("Steps[1].Who", "person"), ("Steps[1].Name", "Nobody At All")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("value=\"A burst pipe\"", await refused.Text(), StringComparison.Ordinal);
        Assert.Contains("Ring the house.", await refused.Text(), StringComparison.Ordinal);

        var made = (await keeper.PostForm("/playbooks/new", [.. Typed("A burst pipe"), ("Steps[1].Who", "owner")])).Headers.Location!.ToString();
        Assert.Contains("Water on the floor", await other.Page(made), StringComparison.Ordinal);
        // In the order of the numbers.
        var page2 = await other.Page(made);
        Assert.True(page2.IndexOf("Ring the house.", StringComparison.Ordinal) < page2.IndexOf("Save the books.", StringComparison.Ordinal));
        Assert.Contains("value=\"A burst pipe\"", await keeper.Page(made + "/edit"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await other.Status(made + "/edit"));

        Assert.Equal(HttpStatusCode.SeeOther, (await keeper.PostForm(made + "/edit", [.. Typed("Water"), ("BasedOn", "1")])).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await keeper.PostForm(made + "/edit", [.. Typed("Too late"), ("BasedOn", "1")])).StatusCode);
        Assert.Contains("You read version 1. The newest is 2.", await other.Page(made + "?version=1"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await other.Status(made + "?version=9"));
        Assert.Equal(HttpStatusCode.SeeOther, (await keeper.PostForm(made + "/retire", [("retired", "true")], on: made)).StatusCode);
        Assert.Contains("This playbook is retired", await other.Page(made), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_goes_from_the_posts_menu_to_its_end_by_forms_alone()
    {
        var (topic, post, playbook) = await Prepared("whole");
        using var starter = await site.SignedIn(Starter);
        using var owner = await site.SignedIn(Owner);
        using var author = await site.SignedIn(Author);
        using var guest = await site.SignedIn(Guest, Role.Guest);
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, "whole", await site.Person(Guest), false);
        Assert.Contains($"/posts/{post}/playbook", await starter.Page($"/threads/{topic}/about-whole"), StringComparison.Ordinal);
        Assert.DoesNotContain("/playbook\"", await guest.Page($"/threads/{topic}/about-whole"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await guest.Status($"/posts/{post}/playbook"));

        var refused = await starter.PostForm($"/posts/{post}/playbook", [("PlaybookId", $"{playbook}"), ("Why", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var run = (await starter.PostForm($"/posts/{post}/playbook", [("PlaybookId", $"{playbook}"), ("Why", "She is right."), ("Key", "k")])).Headers.Location!.ToString();
        Assert.Matches("^/playbooks/runs/[0-9]+$", run);
        var page = await starter.Page(run);
        Assert.Contains("data-watch-run", page, StringComparison.Ordinal);
        Assert.Contains("She is right.", page, StringComparison.Ordinal);
        Assert.Contains("Say who looks into it.", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await author.Status(run));
        Assert.Equal(HttpStatusCode.NotFound, await author.Status(run + "/fragment"));
        foreach (var surface in new[] { "/playbooks/runs?show=open", $"/posts/{post}/playbook", "/notifications" })
            Assert.DoesNotContain("She is right.", await author.Page(surface), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await starter.PostForm(run + "/steps/1/take", [("taken", "true")], on: run)).StatusCode);
        Assert.Contains("Sami Starter has it", await owner.Page(run), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await starter.PostForm(run + "/steps/1/finish", [("Line", "Said so.")], on: run)).StatusCode);
        await site.Quiet();
        Assert.Contains("has come to your step of a playbook", await owner.Page("/notifications"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await starter.PostForm(run + "/steps/2/skip", [("Line", "No.")], on: run)).StatusCode);
        var empty = await owner.PostForm(run + "/steps/2/skip", [("Line", "")], on: run);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("Say why it is skipped", await empty.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.PostForm(run + "/steps/2/skip", [("Line", "Clear already.")], on: run)).StatusCode);

        Assert.Contains("Dear Anna Author", await starter.Page(run), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await starter.PostForm(run + "/reply", [("Text", "Dear Anna, we changed it.")], on: run)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await starter.PostForm(run + "/compose", [], on: run)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await starter.PostForm(run + "/approve", [("Version", "1"), ("approved", "true")], on: run)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.PostForm(run + "/approve", [("Version", "1"), ("approved", "true")], on: run)).StatusCode);
        var composer = await starter.PostForm(run + "/compose", [], on: run);
        Assert.Equal($"/threads/{topic}#reply", composer.Headers.Location!.ToString());
        Assert.Contains("Dear Anna, we changed it.</textarea>", await starter.Page($"/threads/{topic}/about-whole"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await starter.PostForm(run + "/end", [("Outcome", "It was put right."), ("stopped", "false")], on: run)).StatusCode);
        Assert.Contains("It was put right.", await owner.Page(run), StringComparison.Ordinal);
        Assert.Contains(run, await owner.Page("/playbooks/runs?show=ended"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_read_playbooks_and_the_runs_that_their_person_may_see()
    {
        var (_, post, playbook) = await Prepared("calls");
        var run = await site.Verb<StartRun>().Run(await site.Person(Starter), post, playbook, "She is right.");
        var (starter, author, guest) = (await site.Program(await site.Person(Starter)), await site.Program(await site.Person(Author)), await site.Program(await site.Person(Guest, Role.Guest)));

        Assert.Contains((await starter.Read("playbooks")).Json.GetProperty("items").EnumerateArray(), item => item.GetProperty("id").GetInt64() == playbook && item.GetProperty("scenario").GetString() == "complaint");
        Assert.Equal(2, (await starter.Read($"playbooks/{playbook}")).Json.GetProperty("steps").GetArrayLength());
        Assert.Contains((await starter.Read($"runs?post={post}&state=open")).Json.GetProperty("items").EnumerateArray(), item => item.GetProperty("id").GetInt64() == run);
        var steps = (await starter.Read($"runs/{run}")).Json.GetProperty("steps");
        Assert.Equal(("open", true), (steps[0].GetProperty("state").GetString(), steps[0].GetProperty("isNext").GetBoolean()));

        Assert.Equal(404, (await author.Call("GET", $"runs/{run}")).Status);
        Assert.Equal(0, (await author.Read($"runs?post={post}")).Json.GetProperty("items").GetArrayLength());
        foreach (var call in new[] { "playbooks", $"playbooks/{playbook}", "runs", $"runs/{run}" }) Assert.Equal(404, (await guest.Call("GET", call)).Status);
        await site.Quiet();
        Assert.DoesNotContain("runchanged", await (await author.GetAsync(new Uri("/api/v1/events?limit=100", UriKind.Relative))).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moderators_stop_a_run_and_a_list_says_what_is_late()
    {
        var (_, post, playbook) = await Prepared("late");
        var run = await site.Verb<StartRun>().Run(await site.Person(Starter), post, playbook, "Canary wombatlate.");
        using var starter = await site.SignedIn(Starter);
        using var moderator = await site.SignedIn("Mo Moderator", Role.Moderator);
        using var other = await site.SignedIn(Other);
        site.Clock.Forward(TimeSpan.FromDays(9));
        await site.Until("it was said that it is late", async db => await db.PlaybookRuns.AnyAsync(r => r.Id == run && r.RemindedAt != null));
        await site.Quiet();
        Assert.Contains(RunAddress(run), await starter.Page("/playbooks/runs?show=late"), StringComparison.Ordinal);
        Assert.Contains("A playbook is late", await starter.Page("/notifications"), StringComparison.Ordinal);
        Assert.Contains(RunAddress(run), await moderator.Page("/playbooks/runs?show=open"), StringComparison.Ordinal);
        Assert.DoesNotContain(RunAddress(run), await moderator.Page("/playbooks/runs"), StringComparison.Ordinal);
        Assert.DoesNotContain(RunAddress(run), await other.Page("/playbooks/runs?show=open"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await moderator.PostForm(RunAddress(run) + "/end", [("Outcome", "Settled elsewhere."), ("stopped", "true")], on: RunAddress(run))).StatusCode);
        Assert.Contains("Settled elsewhere.", await starter.Page(RunAddress(run)), StringComparison.Ordinal);
    }

    static string RunAddress(long id) => string.Create(CultureInfo.InvariantCulture, $"/playbooks/runs/{id}");

    /// <summary>A topic by Anna, and a playbook with two steps: of who starts it, and of Olga, who also approves the answer.</summary>
    async Task<(long Topic, long Post, long Playbook)> Prepared(string space)
    {
        await site.Verb<MakeSpace>().Run(null, space, space, "", Tier.Partners);
        foreach (var name in new[] { Author, Starter, Owner, Other }) await site.Person(name);
        var topic = await site.Verb<StartTopic>().Run(await site.Person(Author), space, TopicKind.Thread, "About " + space, "The door was shut.", []);
        var playbook = await site.Verb<MakePlaybook>().Run(site.AdministratorId, new PlaybookTerms(Scenario.Complaint, null, "A complaint " + space, "Somebody complains.", await site.Person(Owner),
            [new StepTerms("Say who looks into it.", Doer.Starter, 2), new StepTerms("Decide.", Doer.Owner, 4)], "Dear {author}, about {post}", Doer.Owner, 24));
        return (topic, await site.Store.Read(db => db.Posts.Where(p => p.TopicId == topic).Select(p => p.Id).FirstAsync()), playbook);
    }

    static List<(string, string)> Typed(string title) =>
    [
        ("Scenario", "Other"), ("OtherScenario", "A burst pipe"), ("Title", title), ("When", "Water on the floor."), ("Owner", Owner), ("Hours", "8"),
        ("Steps[0].Place", "2"), ("Steps[0].Text", "Save the books."), ("Steps[0].Who", "starter"), ("Steps[0].Hours", "1"),
        ("Steps[1].Place", "1"), ("Steps[1].Text", "Ring the house."), ("Steps[1].Hours", "1"), ("Steps[2].Place", "3"), ("Steps[2].Text", ""),
    ];
}
