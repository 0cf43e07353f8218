using System.Net;
using System.Text.RegularExpressions;
using Community.Governance;
using Community.People;
using Community.Search.Asked;
using Community.Search.Gaps;
using Community.Search.Saved;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Search;

/// <summary>Gaps and saved searches as browsers get them.</summary>
public sealed partial class GapPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task What_two_colleagues_miss_is_a_gap_for_staff_and_is_taken_up_given_back_and_finished()
    {
        var (ruth, ada, ben) = (await site.SignedIn(), await site.SignedIn("Ada Lindgren"), await site.SignedIn("Ben Osei"));
        await site.Quiet();
        foreach (var browser in new[] { ada, ben, ada }) await browser.Page("/search?q=parking+permit");
        await Written();

        Assert.Contains("Missed 2 times", await ruth.Page("/gaps"), StringComparison.Ordinal);
        var id = await site.Store.Read(db => db.Gaps.Where(g => g.Words == "parking permit").Select(g => g.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await ada.PostForm($"/gaps/{id}/claim", [], "/gaps")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.PostForm($"/gaps/{id}/give-back", [], "/gaps")).StatusCode);
        Assert.Contains("/new/note?title=Parking%20permit", await ada.Raw("/gaps?state=claimed"), StringComparison.Ordinal);
        Assert.Contains("Ada Lindgren writes this", await ben.Page("/gaps?state=claimed"), StringComparison.Ordinal);

        var hidden = await Space("gap-hidden", Tier.Unit);
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, hidden, await site.Person("Ada Lindgren"), false);
        var note = await site.Verb<StartTopic>().Run(await site.Person("Ada Lindgren"), hidden, TopicKind.Note, "Secret permits", "At the gate.", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ada.PostForm($"/gaps/{id}/finish", [("topic", "nothing")], "/gaps")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await ada.PostForm($"/gaps/{id}/finish", [("topic", $"http://library.example/notes/{note}/secret-permits")], "/gaps")).StatusCode);
        Assert.Contains("Secret permits", await ada.Page("/gaps?state=done"), StringComparison.Ordinal);
        Assert.DoesNotContain("Secret permits", await ben.Page("/gaps?state=done"), StringComparison.Ordinal);
        Assert.Contains("in a place that is not for everybody", await ben.Page("/gaps?state=done"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guests_and_visitors_find_no_page_of_gaps_and_members_none_of_those_out_of_sight()
    {
        foreach (var browser in new[] { await site.SignedIn("Gina Guest", Role.Guest), site.Visitor() }) Assert.Equal(HttpStatusCode.NotFound, await browser.Status("/gaps"));
        Assert.Equal(HttpStatusCode.NotFound, await (await site.SignedIn("Ada Lindgren")).Status("/gaps?state=dismissed"));
        Assert.Equal(HttpStatusCode.OK, await (await site.SignedIn()).Status("/gaps?state=dismissed"));
    }

    [Fact]
    public async Task A_result_that_was_opened_is_counted_by_a_key_of_chance_and_not_for_visitors()
    {
        var ada = await site.SignedIn("Ada Lindgren");
        await site.Verb<StartTopic>().Run(site.AdministratorId, await Space("gap-open", Tier.Public), TopicKind.Thread, "Guillotine blades", "Sharpened in May.", []);
        await site.Quiet();
        var key = "";
        for (var tries = 0; key.Length == 0 && tries < 50; tries++)
        {
            key = Asked().Match(await ada.Raw($"/search?q=guillotine+blades{new string('+', tries)}")) is { Success: true } found ? found.Groups[1].Value : "";
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.DoesNotContain("data-asked", await site.Visitor().Raw("/search?q=guillotine"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await ada.PostForm("/search/opened", [("asked", key), ("position", "4")], "/searches")).StatusCode);
        await Written();
        Assert.Equal(4, await site.Store.Read(db => db.AskedSearches.Where(row => row.Words == "guillotine blades").Select(row => row.Position).SingleAsync()));
    }

    [Fact]
    public async Task A_search_is_saved_told_of_in_the_notices_renamed_silenced_deleted_and_brought_back()
    {
        var (ada, space) = (await site.SignedIn("Ada Lindgren"), await Space("gap-saved", Tier.Institution));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ada.PostForm("/searches", [("q", " ")])).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ada.PostForm("/searches", [("q", "x"), ("space", "nowhere")])).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await ada.PostForm("/searches", [("q", "laminator pouches"), ("space", space)])).StatusCode);
        await site.Verb<StartTopic>().Run(site.AdministratorId, space, TopicKind.Question, "Where are the laminator's pouches?", "We have no pouches for the laminator.", []);
        await site.Quiet();

        Assert.Contains("Found by your search “laminator pouches”", await ada.Page("/notifications"), StringComparison.Ordinal);
        Assert.Contains("told of 1 topic", await ada.Page("/searches"), StringComparison.Ordinal);
        var id = await site.Store.Read(db => db.SavedSearches.Where(s => s.Text == "laminator pouches").Select(s => s.Id).SingleAsync());
        foreach (var (act, fields) in new (string, (string, string)[])[] { ("rename", [("name", "Pouches <b>")]), ("alert", [("on", "false")]) })
            Assert.Equal(HttpStatusCode.SeeOther, (await ada.PostForm($"/searches/{id}/{act}", fields, "/searches")).StatusCode);
        Assert.Contains("Pouches &lt;b&gt;", await ada.Raw("/searches"), StringComparison.Ordinal);
        Assert.Contains("Alert off", await ada.Page("/searches"), StringComparison.Ordinal);

        foreach (var act in new[] { "rename", "alert", "delete", "restore" })
            Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignedIn("Ben Osei")).PostForm($"/searches/{id}/{act}", [("name", "Mine")], "/searches")).StatusCode);
        Assert.Equal($"/searches?deleted={id}", (await ada.PostForm($"/searches/{id}/delete", [], "/searches")).Headers.Location!.OriginalString);
        Assert.Contains("The search is deleted.", await ada.Page($"/searches?deleted={id}"), StringComparison.Ordinal);
        Assert.DoesNotContain("The search is deleted.", await (await site.SignedIn("Ben Osei")).Page($"/searches?deleted={id}"), StringComparison.Ordinal);
        await ada.PostForm($"/searches/{id}/restore", [], "/searches");
        Assert.Contains("Pouches <b>", await ada.Page("/searches"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_chosen_beside_the_results_is_kept_with_a_search_as_words_that_everybody_can_type()
    {
        var (ada, bo, space) = (await site.SignedIn("Ada Lindgren"), await site.Person("Bo Ekwueme"), await Space("gap-kept", Tier.Institution));
        await site.Verb<DescribePerson>().Run(bo, "Bo \"The Blade\" Ekwueme", "", "");
        await site.Verb<StartTopic>().Run(bo, space, TopicKind.Question, "Where is the rotary trimmer?", "It stood beside the window.", []);
        await site.Verb<StartTopic>().Run(site.AdministratorId, space, TopicKind.Question, "Who has the other rotary trimmer?", "Not the one beside the window.", []);
        await site.Quiet();
        var year = DateTime.UtcNow.Year;

        var kept = $"rotary trimmer is:unanswered by:\"Bo The Blade Ekwueme\" after:{year} before:{year + 1}";
        Assert.Contains($"name=\"q\" value=\"{kept}\"", WebUtility.HtmlDecode(await ada.Raw($"/search?q=rotary+trimmer&state=unanswered&author={bo}&year={year}")), StringComparison.Ordinal);
        var found = await ada.Page("/search?q=" + Uri.EscapeDataString(kept));
        Assert.Contains("/where-is-the-rotary-trimmer", found, StringComparison.Ordinal);
        Assert.DoesNotContain("/who-has-the-other-rotary-trimmer", found, StringComparison.Ordinal);
        Assert.Contains("name=\"q\" value=\"rotary trimmer\"", await ada.Raw("/search?q=rotary+trimmer&author=1000000"), StringComparison.Ordinal);
    }

    async Task<string> Space(string slug, Tier tier) => await site.Verb<MakeSpace>().Run(site.AdministratorId, slug, slug, "", tier);

    Task Written() => site.Services.GetRequiredService<WriteSearches>().Write();

    [GeneratedRegex("data-asked=\"([0-9a-f]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Asked();
}
