using System.Net;
using Community.Governance;
using Community.Spaces;
using Community.Topics;
using Community.Trials;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Trials;

/// <summary>Trials by forms alone: started, observed, decided, found again.</summary>
public sealed class TrialPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task A_trial_goes_from_the_form_over_its_log_to_a_note()
    {
        await Space("trials-a");
        var (owner, note) = (await site.Person("Olga Owner"), await site.Verb<StartTopic>().Run(await site.Person("Olga Owner"), "trials-a", TopicKind.Note, "Closing the ground floor", "Sweep the bin.", []));
        await site.Person("Tim Trier");
        using var browser = await site.SignedIn("Olga Owner");
        using var other = await site.SignedIn("Tim Trier");

        Assert.Contains($"value=\"/notes/{note}/closing-the-ground-floor\"", await browser.Page($"/trials/new?topic={note}&space=trials-a"), StringComparison.Ordinal);
        var today = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime);
        var started = await browser.PostForm("/trials/new", [("Space", "trials-a"), ("Title", "A second sweep at 20:30"), ("What", "Whoever closes."), ("Place", "Science"), ("Measure", "No wrong notice"), ("StartsOn", Iso(today)), ("EndsOn", Iso(today.AddDays(10))), ("People", "tim trier"), ("Topic", $"/notes/{note}/whatever")]);
        Assert.Equal(HttpStatusCode.SeeOther, started.StatusCode);
        var address = started.Headers.Location!.ToString();
        var id = await site.Store.Read(db => db.Trials.Where(t => t.OwnerId == owner && t.TopicId == note).Select(t => t.Id).SingleAsync());

        var page = await other.Page(address);
        foreach (var text in new[] { "A second sweep at 20:30", "Whoever closes.", "Science.", "Tim Trier", "Olga Owner", "No wrong notice", "Day 1 of 11.", $"/notes/{note}/closing-the-ground-floor", $"/trials/{id}/observations" }) Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/trials/{id}/decide", page, StringComparison.Ordinal);
        foreach (var path in new[] { "/trials", "/trials?space=trials-a", "/trials?mine=1", $"/notes/{note}/closing-the-ground-floor" }) Assert.Contains(address, await other.Page(path), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await other.PostForm($"/trials/{id}/observations", [("Seen", "Worked"), ("Line", "Ten minutes."), ("Day", Iso(today))], on: address)).StatusCode);
        var wrong = await other.PostForm($"/trials/{id}/observations", [("Seen", "Failed"), ("Line", "Too early."), ("Day", Iso(today.AddDays(-3)))], on: address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("value=\"Too early.\"", await wrong.Text(), StringComparison.Ordinal);
        Assert.Contains("Ten minutes.", await browser.Page(address), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostForm($"/trials/{id}/decide", [("Outcome", "Adopted"), ("Reason", "Mine.")], on: address)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostForm($"/trials/{id}/decide", [("Outcome", "Adopted"), ("Reason", " ")], on: address)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostForm($"/trials/{id}/decide", [("Outcome", "Adopted"), ("Reason", "No wrong notice in ten evenings.")], on: address)).StatusCode);
        page = await browser.Page(address);
        Assert.Contains("/edit\"", page, StringComparison.Ordinal);
        Assert.Contains("/new/note?space=trials-a", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostForm($"/trials/{id}/note", [("note", $"{note}"), ("revision", "")], on: address)).StatusCode);
        Assert.Contains("since revision 1", await other.Page(address), StringComparison.Ordinal);
        Assert.Contains("became part of a note", await other.Page("/trials?ended=1&outcome=adopted"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_refused_keeps_what_was_typed()
    {
        await Space("trials-b");
        using var browser = await site.SignedIn("Olga Owner");

        var refused = await browser.PostForm("/trials/new", [("Space", "trials-b"), ("Title", "Kept title"), ("What", "Kept words."), ("EndsOn", ""), ("People", "")]);
        var page = await refused.Text();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        foreach (var text in new[] { "A trial has an end. Name its last day.", "Kept title", "Kept words." }) Assert.Contains(text, page, StringComparison.Ordinal);
        page = await (await browser.PostForm("/trials/new", [("Space", "trials-b"), ("Title", "Kept title"), ("EndsOn", "2099-01-01"), ("StartsOn", "2099-01-01"), ("People", "Nobody Known")])).Text();
        Assert.Contains("“Nobody Known”: nobody is called so here, or more than one person is.", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Owner_and_steward_change_a_trial_and_hand_it_over()
    {
        await Space("trials-c");
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, "trials-c", await site.Person("Stef Steward"), true);
        var id = await Start("Olga Owner", "trials-c", "First words");
        using var steward = await site.SignedIn("Stef Steward");
        using var other = await site.SignedIn("Tim Trier");

        Assert.Equal(HttpStatusCode.NotFound, await other.Status($"/trials/{id}/edit"));
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostForm($"/trials/{id}/edit", [("Title", "Mine"), ("StartsOn", "2099-01-01"), ("EndsOn", "2099-01-05")], on: "/trials")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await steward.PostForm($"/trials/{id}/edit", [("Title", "Other words"), ("StartsOn", "2099-01-01"), ("EndsOn", "2099-01-05"), ("Owner", "Stef Steward"), ("People", "Olga Owner")])).StatusCode);
        var (owner, title) = await site.Store.Read(db => db.Trials.Where(t => t.Id == id).Select(t => new ValueTuple<long, string>(t.OwnerId, t.Title)).SingleAsync());
        Assert.Equal((await site.Person("Stef Steward"), "Other words"), (owner, title));
    }

    [Fact]
    public async Task What_was_abandoned_is_found_in_search_and_says_why()
    {
        await Space("trials-d");
        var id = await Start("Olga Owner", "trials-d", "Reminders by capybara post");
        await site.Verb<DecideTrial>().Run(await site.Person("Olga Owner"), id, TrialOutcome.Abandoned, "Four readers noticed.");
        using var browser = await site.SignedIn("Tim Trier");

        var page = await browser.Page("/search?q=capybara+reminders");
        foreach (var text in new[] { "Tried, did not work here:", $"/trials/{id}/reminders-by-capybara-post", "Four readers noticed." }) Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Contains("Tried, did not work here", await browser.Page("/trials?ended=1&outcome=abandoned"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trial_of_a_space_that_is_not_ones_own_is_nowhere()
    {
        await Space("trials-e", Tier.Unit);
        foreach (var name in new[] { "Olga Owner", "Tim Trier" }) await site.Verb<EnrolPerson>().Run(site.AdministratorId, "trials-e", await site.Person(name), false);
        await Space("trials-f");
        var topic = await site.Verb<StartTopic>().Run(await site.Person("Olga Owner"), "trials-f", TopicKind.Thread, "In the open", "Text.", []);
        var id = await Start("Olga Owner", "trials-e", "Numbat sweep", topic);
        var observation = await site.Verb<ObserveTrial>().Run(await site.Person("Olga Owner"), id, Seen.Worked, "The numbat slept.", null);
        await site.Verb<DecideTrial>().Run(await site.Person("Olga Owner"), id, TrialOutcome.Abandoned, "No numbat.");
        using var member = await site.SignedIn("Tim Trier");
        using var stranger = await site.SignedIn("Otto Outside");
        using var guest = await site.SignedIn("Gus Guest", Role.Guest);
        using var visitor = site.Visitor();

        string[] pages = [$"/trials/{id}", $"/threads/{topic}/in-the-open", "/trials", "/trials?space=trials-e", "/trials?ended=1", "/search?q=sweep", "/search?q=in+the+open", "/notifications", "/", $"/topics/{topic}/head", "/api/v1/trials"];
        Assert.Contains("Numbat sweep", string.Concat(await Task.WhenAll(pages.Select(member.Page))), StringComparison.Ordinal);
        foreach (var browser in new[] { stranger, guest, visitor })
            foreach (var path in pages) Assert.DoesNotContain("numbat", await browser.Page(path), StringComparison.OrdinalIgnoreCase);

        foreach (var (path, fields) in new (string, (string, string)[])[] { ($"/trials/{id}/observations", [("Line", "x")]), ($"/trials/{id}/decide", [("Outcome", "Adopted"), ("Reason", "x")]), ($"/trials/{id}/reopen", []), ($"/trials/{id}/note", [("note", "1")]), ($"/observations/{observation}/take-back", []) })
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await stranger.PostForm(path, fields, on: "/trials")).StatusCode));

        // A right that is lost takes the trial along with the next request.
        await site.Verb<DismissPerson>().Run(site.AdministratorId, "trials-e", await site.Person("Tim Trier"));
        foreach (var path in pages) Assert.DoesNotContain("numbat", await member.Page(path), StringComparison.OrdinalIgnoreCase);
    }

    async Task<long> Start(string owner, string space, string title, long? topic = null)
    {
        var today = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime);
        return await site.Verb<StartTrial>().Run(await site.Person(owner), space, TrialText.Of(title, "", "", "", today, today.AddDays(5), today, [], topic));
    }

    Task<string> Space(string slug, Tier tier = Tier.Institution) => site.Verb<MakeSpace>().Run(site.AdministratorId, slug, slug, "", tier);

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
