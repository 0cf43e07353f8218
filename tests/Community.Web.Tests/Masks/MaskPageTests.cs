using System.Globalization;
using System.Net;
using Community.Governance;
using Community.Spaces;
using Community.Topics;
using Community.Topics.Masks;
using Community.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Masks;

/// <summary>Asking without a name by forms alone, and by programs.</summary>
public sealed class MaskPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task The_setting_is_for_those_who_keep_the_space_and_the_choice_stands_where_one_can_use_it()
    {
        await Space("set");
        using var steward = await site.SignedIn("Stella Steward");
        using var asker = await site.SignedIn("Anna Asker");

        Assert.Equal(HttpStatusCode.Forbidden, (await asker.PostForm("/spaces/set/masks", [("allowed", "true")])).StatusCode);
        Assert.Contains("People may ask without their name here", await steward.Page("/spaces/set/charter"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await steward.PostForm("/spaces/set/masks", [("allowed", "true")])).StatusCode);
        Assert.Matches("name=\"allowed\" value=\"true\" checked", await steward.Page("/spaces/set/charter"));
        Assert.Contains("Ask without my name", await asker.Page("/new/question?space=set"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ask without my name", await asker.Page("/new/thread?space=set"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await steward.PostForm("/spaces/set/masks", [])).StatusCode);
        Assert.False(await site.Store.Read(db => db.MaskRules.AnyAsync(r => db.Set<Space>().Any(s => s.Id == r.SpaceId && s.Slug == "set"))));
    }

    [Fact]
    public async Task A_space_that_takes_none_refuses_with_the_text_kept_and_asks_nothing_by_name()
    {
        await Space("none");
        await Space("some", allowed: true);
        using var asker = await site.SignedIn("Anna Asker");

        var refused = await asker.PostForm("/new/question", [("Space", "none"), ("Title", "Whom may I not tell?"), ("Body", "It is about the desk."), ("Masked", "true")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Text();
        Assert.Contains("This space takes no questions without a name.", page, StringComparison.Ordinal);
        Assert.Contains(">\nIt is about the desk.</textarea>", page, StringComparison.Ordinal);
        Assert.Matches("name=\"Masked\" value=\"true\" checked", page);
        Assert.Matches("Possible in: [^.]*some", page);
        Assert.False(await site.Store.Read(db => db.Topics.AnyAsync(t => t.Title == "Whom may I not tell?")));
    }

    [Fact]
    public async Task A_draft_keeps_the_choice()
    {
        await Space("drafted", allowed: true);
        using var asker = await site.SignedIn("Dora Drafts");
        await asker.PostForm("/drafts", [("Place", "topic/question"), ("Space", "drafted"), ("Title", "Begun"), ("Body", "Not sent yet."), ("Masked", "true")], on: "/new/question?space=drafted");

        Assert.Matches("name=\"Masked\" value=\"true\" checked", await asker.Page("/new/question"));
    }

    [Fact]
    public async Task A_steward_looks_with_a_reason_sees_the_name_once_and_the_asker_reads_it()
    {
        await Space("looked", allowed: true);
        using var steward = await site.SignedIn("Stella Steward");
        using var asker = await site.SignedIn("Nora Nameless");
        using var other = await site.SignedIn("Bob Lindqvist");
        using var admin = await site.SignedIn();
        var question = await Ask(asker, "looked");
        var address = $"/questions/{question}/who-may-i-tell";

        Assert.DoesNotContain("See who asked", await other.Page(address), StringComparison.Ordinal);
        Assert.DoesNotContain("See who asked", await admin.Page(address), StringComparison.Ordinal);
        Assert.Contains("Somebody who asked without a name", await other.Page(address), StringComparison.Ordinal);
        Assert.Contains("Nobody has looked.", await steward.Page(address), StringComparison.Ordinal);
        foreach (var stranger in new[] { other, admin, asker })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await stranger.PostForm($"/topics/{question}/mask/looks", [("reason", "I want to know.")])).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, await stranger.Status("/spaces/looked/looks"));
        }

        var wrong = await steward.PostForm($"/topics/{question}/mask/looks", [("reason", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.DoesNotContain("Nora", await wrong.Text(), StringComparison.Ordinal);
        var seen = await steward.PostForm($"/topics/{question}/mask/looks", [("reason", "It names a reader.")]);
        Assert.Equal((HttpStatusCode.OK, true), (seen.StatusCode, seen.Headers.CacheControl!.NoStore));
        Assert.Contains("Nora Nameless", await seen.Text(), StringComparison.Ordinal);

        Assert.DoesNotContain("Nora", await steward.Page(address), StringComparison.Ordinal);
        var looks = await steward.Page("/spaces/looked/looks");
        Assert.Contains("It names a reader.", looks, StringComparison.Ordinal);
        Assert.DoesNotContain("Nora", looks, StringComparison.Ordinal);
        Assert.Contains("Stella Steward", await asker.Page(address), StringComparison.Ordinal);
        await site.Quiet();
        Assert.Contains("looked who asked this", await asker.Page("/notifications"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_ask_look_and_show_the_name_by_the_same_rules()
    {
        await Space("called", allowed: true);
        await Space("closed-to-it");
        using var asker = await site.Program(await site.Person("Pia Program"));
        using var steward = await site.Program(await site.Person("Stella Steward"));
        using var other = await site.Program(await site.Person("Bob Lindqvist"));

        (await asker.Call("POST", "topics", new { space = "closed-to-it", kind = "question", title = "Asked", body = "Text.", masked = true })).Problem(422);
        (await asker.Call("POST", "topics", new { space = "called", kind = "thread", title = "Asked", body = "Text.", masked = true })).Problem(422);
        var asked = await asker.Call("POST", "topics", new { space = "called", kind = "question", title = "Asked", body = "Text.", masked = true }, key: "once");
        Assert.Equal((201, true), (asked.Status, asked["masked"].GetBoolean()));
        Assert.Equal(asked.Id, (await asker.Call("POST", "topics", new { space = "called", kind = "question", title = "Asked", body = "Text.", masked = true }, key: "once")).Id);
        (await asker.Call("POST", "topics", new { space = "called", kind = "question", title = "Asked", body = "Text." }, key: "once")).Problem(422);

        var read = await other.Read($"topics/{asked.Id}");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, read["author"].ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, read["posts"][0].GetProperty("author").ValueKind);
        (await other.Call("POST", $"topics/{asked.Id}/mask/looks", new { reason = "Who?" })).Problem(403);
        (await steward.Call("POST", $"topics/{asked.Id}/mask/looks", new { reason = "" })).Problem(422);
        var seen = await steward.Call("POST", $"topics/{asked.Id}/mask/looks", new { reason = "It names a reader." });
        Assert.Equal((201, "Pia Program"), (seen.Status, seen["author"].GetProperty("name").GetString()));
        Assert.Equal("It names a reader.", (await asker.Read($"topics/{asked.Id}/mask/looks"))["items"][0].GetProperty("reason").GetString());
        (await other.Read($"topics/{asked.Id}/mask/looks")).Problem(404);

        (await steward.Call("DELETE", $"topics/{asked.Id}/mask")).Problem(403);
        Assert.Equal(204, (await asker.Call("DELETE", $"topics/{asked.Id}/mask")).Status);
        Assert.Equal("Pia Program", (await other.Read($"topics/{asked.Id}"))["author"].GetProperty("name").GetString());
        (await asker.Call("DELETE", $"topics/{asked.Id}/mask")).Problem(409);
    }

    [Fact]
    public async Task The_asker_finds_the_own_question_among_those_that_wait_and_shows_the_name_at_last()
    {
        await Space("shown", allowed: true);
        using var asker = await site.SignedIn("Nils Nameless");
        using var other = await site.SignedIn("Bob Lindqvist");
        var question = await Ask(asker, "shown");
        var address = $"/questions/{question}/who-may-i-tell";
        await site.Verb<AddPost>().Run(await site.Person("Bob Lindqvist"), question, Part.Answer, null, "Your steward.");
        await site.Quiet();

        Assert.Contains(address, await asker.Page("/"), StringComparison.Ordinal);
        Assert.Contains("Accept", await asker.Page(address), StringComparison.Ordinal);
        Assert.DoesNotContain("Nils", await other.Page(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostForm($"/topics/{question}/mask/off", [])).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await asker.PostForm($"/topics/{question}/mask/off", [], on: address)).StatusCode);
        await site.Quiet();
        Assert.Contains("Nils Nameless", await other.Page(address), StringComparison.Ordinal);
        Assert.Contains(address, await other.Page($"/people/{await site.Person("Nils Nameless")}/nils-nameless") + address, StringComparison.Ordinal);
    }

    async Task Space(string slug, bool allowed = false)
    {
        var steward = await site.Person("Stella Steward");
        await site.Verb<MakeSpace>().Run(null, slug, slug, "", Tier.Institution);
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, slug, steward, asSteward: true);
        if (allowed) await site.Verb<AllowMasks>().Run(steward, slug, true);
    }

    static async Task<long> Ask(HttpClient asker, string space)
    {
        var asked = await asker.PostForm("/new/question", [("Space", space), ("Title", "Who may I tell?"), ("Body", "It is about the desk."), ("Masked", "true")]);
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        return long.Parse(asked.Headers.Location!.ToString().Split('/')[2], CultureInfo.InvariantCulture);
    }
}
