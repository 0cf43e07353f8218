using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Community.Topics;

namespace Community.Web.Tests.Drafts;

/// <summary>Drafts as browsers without scripts use them, and as the script does.</summary>
public sealed class DraftPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    static readonly string[] Shared = ["Key", "DraftVersion", "Place", "By"];

    [Fact]
    public async Task A_saved_draft_is_filled_in_listed_sent_and_gone()
    {
        var topic = await site.Thread("Draft of Cara");
        using var browser = await site.SignedIn("Cara Writer");
        var (page, action) = ($"/threads/{topic}/draft-of-cara", $"/topics/{topic}/posts");
        var empty = await browser.Page("/drafts");
        var form = DraftVillage.Fields(await browser.Raw(page), action).With("Body", "Half a thought, in <b>my</b> words");

        var saved = await browser.PostBare("/drafts", form);

        Assert.Contains("No drafts", empty, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, $"/threads/{topic}#reply"), (saved.StatusCode, $"{saved.Headers.Location}"));
        Assert.Contains("Half a thought, in <b>my</b> words</textarea>", await browser.Page(page), StringComparison.Ordinal);
        foreach (var list in new[] { "/drafts", "/" }) Assert.Contains("Reply in “Draft of Cara”", await browser.Page(list), StringComparison.Ordinal);

        // On another device the same form, with the same key.
        using var phone = await site.SignedIn("Cara Writer");
        var there = DraftVillage.Fields(await phone.Raw(page), action);
        Assert.Equal(form.Single(f => f.Name == "Key"), there.Single(f => f.Name == "Key"));
        await phone.PostBare(action, there.With("Body", "A whole thought"));

        Assert.Contains("No drafts", await browser.Page("/drafts"), StringComparison.Ordinal);
        Assert.DoesNotContain("Half a thought", await browser.Page(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_topics_comments_and_edits_are_filled_in_too()
    {
        var topic = await site.Thread("Draft of Dan");
        using var browser = await site.SignedIn("Ada Keeper");
        var opening = (await site.Store.Read(db => Task.FromResult(db.Posts.First(p => p.TopicId == topic)))).Id;
        foreach (var (place, on) in new[] { ("topic/question", "/new/question"), ($"comment/{opening}", $"/threads/{topic}/draft-of-dan"), ($"edit/{opening}", $"/posts/{opening}/edit") })
        {
            await browser.PostForm("/drafts", [("Place", place), ("Title", "Titled " + place), ("Body", "Begun at " + place), ("Tags", "glue"), ("BaseRevision", "1"), ("Key", "k")], on: "/account");
            Assert.Contains("Begun at " + place, await browser.Page(on), StringComparison.Ordinal);
        }

        Assert.Contains("You have begun another one and not sent it.", await browser.Page("/new/question?title=Something+else"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_discarded_brought_back_and_nobody_elses()
    {
        await site.Thread();
        using var browser = await site.SignedIn("Eve Writer");
        using var administrator = await site.SignedIn();
        await browser.PostForm("/drafts", [("Place", "topic/note"), ("Title", "My secret quagga"), ("Body", "Text")], on: "/account");
        var id = await site.Store.Read(db => Task.FromResult(db.Drafts.Single(d => d.Text.Contains("quagga")).Id));

        foreach (var act in new[] { "discard", "restore" })
            Assert.Equal(HttpStatusCode.NotFound, (await administrator.PostForm($"/drafts/{id}/{act}", [], on: "/account")).StatusCode);
        Assert.DoesNotContain("quagga", await administrator.Page("/drafts"), StringComparison.Ordinal);
        var discarded = await browser.PostForm($"/drafts/{id}/discard", [], on: "/drafts");
        var after = await browser.Page($"{discarded.Headers.Location}");
        Assert.Contains("The draft is discarded.", after, StringComparison.Ordinal);
        Assert.DoesNotContain("quagga", after, StringComparison.Ordinal);
        Assert.DoesNotContain("The draft is discarded.", await administrator.Page($"{discarded.Headers.Location}"), StringComparison.Ordinal);
        await browser.PostForm($"/drafts/{id}/restore", [], on: "/account");
        Assert.Contains("quagga", await browser.Page("/drafts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_is_told_the_version_and_of_a_newer_text()
    {
        await site.Thread();
        using var browser = await site.SignedIn("Fay Writer");
        browser.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));

        var first = await Json(await browser.PostForm("/drafts", [("Place", "topic/thread"), ("Body", "At the desk")], on: "/account"));
        var other = await browser.PostForm("/drafts", [("Place", "topic/thread"), ("Body", "On the phone")], on: "/account");
        var said = await Json(other);

        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal(first.GetProperty("version").GetInt64(), said.GetProperty("version").GetInt64());
        Assert.Equal("At the desk", said.GetProperty("text").GetProperty("body").GetString());
    }

    [Fact]
    public async Task The_list_is_paged()
    {
        var topics = new List<long>();
        for (var i = 0; i < 32; i++) topics.Add(await site.Thread($"Paged {i}"));
        using var browser = await site.SignedIn("Gil Writer");
        foreach (var topic in topics) await browser.PostForm("/drafts", [("Place", $"reply/{topic}"), ("Body", $"Number {topic}.")], on: "/account");

        var first = await browser.Page("/drafts");
        var next = System.Text.RegularExpressions.Regex.Match(first, "/drafts\\?after=[0-9.]+").Value;
        var second = await browser.Page(next);

        Assert.Contains($"Number {topics[^1]}.", first, StringComparison.Ordinal);
        Assert.DoesNotContain($"Number {topics[0]}.", first, StringComparison.Ordinal);
        Assert.Contains($"Number {topics[0]}.", second, StringComparison.Ordinal);
        Assert.DoesNotContain($"Number {topics[^1]}.", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_composing_form_carries_the_hidden_fields()
    {
        var topic = await site.Thread("Hidden");
        using var browser = await site.SignedIn("Ada Keeper");
        foreach (var (page, action) in new[] { ("/new/thread", "/new/thread"), ("/new/question", "/new/question"), ("/new/note", "/new/note"), ($"/threads/{topic}/hidden", $"/topics/{topic}/posts") })
            Assert.All(Shared, name => Assert.Contains(DraftVillage.Fields(browser.Raw(page).Result, action), field => field.Name == name));
    }

    static async Task<JsonElement> Json(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
}
