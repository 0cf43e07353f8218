using System.Net;
using Community.Topics;
using Community.Web.Tests.Api;
using Community.Web.Tests.Gate;

namespace Community.Web.Tests.Rearranging;

/// <summary>Saying by a form, without scripts, that a question was asked before; and what each reader sees of it.</summary>
[Collection(nameof(GateVillage))]
public sealed class DuplicatePageTests(GateVillage village)
{
    static readonly string Unit = GateVillage.Spaces[0], Institution = GateVillage.Spaces[1], Public = GateVillage.Spaces[3];

    [Fact]
    public async Task A_question_is_marked_by_a_form_and_both_pages_say_so_until_it_opens_again()
    {
        var (again, original) = (await Ask(Institution, "Asked the second time"), await Ask(Institution, "Asked the first time"));
        var author = village["author"];
        Assert.Contains($"/topics/{again.Id}/duplicates", await author.Page(again.Address), StringComparison.Ordinal);
        Assert.DoesNotContain($"/topics/{again.Id}/duplicates", await village["colleague"].Page(again.Address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await village["colleague"].Status($"/topics/{again.Id}/duplicates"));
        Assert.Equal(HttpStatusCode.NotFound, await village["stranger"].Status($"/topics/{again.Id}/duplicates"));

        var refused = await Mark("author", again.Id, "", "Kept words.");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("value=\"Kept words.\"", await refused.Text(), StringComparison.Ordinal);
        refused = await Mark("author", again.Id, "https://x.example/questions/999999/y", "Kept words.");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("There is no such question", await refused.Text(), StringComparison.Ordinal);

        var done = await Mark("author", again.Id, "https://x.example" + original.Address, "It is the same.");
        Assert.Equal((HttpStatusCode.SeeOther, again.Address), (done.StatusCode, done.Headers.Location?.ToString()));
        var page = await village["colleague"].Page(again.Address);
        foreach (var text in new[] { "the same was asked before", "It is the same.", "The same question was asked before:", original.Address }) Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Contains("Asked again:", await village["colleague"].Page(original.Address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, await author.Status($"/topics/{again.Id}/duplicates"));

        await village.Verb<AddPost>().Run(village.IdOf("member"), original.Id, Part.Answer, null, "An answer.");
        Assert.Contains("The same question was answered there:", await village["colleague"].Page(again.Address), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await author.PostForm($"/topics/{again.Id}/reopen", [("reason", "Not the same.")])).StatusCode);
        Assert.DoesNotContain(original.Address, await village["colleague"].Page(again.Address), StringComparison.Ordinal);
        Assert.DoesNotContain("Asked again:", await village["colleague"].Page(original.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_see_the_first_question_is_told_no_word_of_it()
    {
        var (again, original) = (await Ask(Public, "Open again"), await Ask(Public, "Hidden later"));
        Assert.Equal(HttpStatusCode.SeeOther, (await Mark("author", again.Id, $"{original.Id}", "The same.")).StatusCode);
        await village.Verb<MoveTopic>().Run(village.IdOf("administrator"), original.Id, Unit);

        Assert.Contains(original.Title, await village["member"].Page(again.Address), StringComparison.Ordinal);
        foreach (var role in new[] { "colleague", "moderator", "stranger", "visitor" })
        {
            var page = await village[role].Page(again.Address);
            Assert.Contains("the same was asked before", page, StringComparison.Ordinal);
            Assert.DoesNotContain(original.Title, page, StringComparison.Ordinal);
            Assert.DoesNotContain($"/questions/{original.Id}", page, StringComparison.Ordinal);
            Assert.DoesNotContain(original.Title, await village[role].Page($"/topics/{again.Id}/head"), StringComparison.Ordinal);
        }

        var (inside, outside) = (await Ask(Unit, "Inside again"), await Ask(Public, "Outside first"));
        Assert.Equal(HttpStatusCode.SeeOther, (await Mark("author", inside.Id, $"{outside.Id}", "The same.")).StatusCode);
        Assert.Contains(inside.Title, await village["member"].Page(outside.Address), StringComparison.Ordinal);
        foreach (var role in new[] { "colleague", "visitor" }) Assert.DoesNotContain("Asked again", await village[role].Page(outside.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_like_it_are_proposed_as_far_as_the_reader_may_see_them_and_one_is_confirmed()
    {
        var word = "axolotl" + Guid.NewGuid().ToString("N")[..8];
        var (again, first, hidden) = (await Ask(Public, $"Feeding the {word} twice"), await Ask(Public, $"How to feed an {word}"), await Ask(Unit, $"Feeding the {word} in secret"));
        var thread = await village.Start(Public, $"Feeding the {word} in a thread");
        await village.Site.Quiet();

        var page = await village["steward"].Page($"/topics/{again.Id}/duplicates");
        foreach (var shown in new[] { first, hidden }) Assert.Contains($"value=\"{shown.Id}\"", page, StringComparison.Ordinal);
        foreach (var other in new[] { again.Id, thread }) Assert.DoesNotContain($"value=\"{other}\"", page, StringComparison.Ordinal);
        // A moderator does not read what is a unit's own.
        page = await village["moderator"].Page($"/topics/{again.Id}/duplicates");
        Assert.Contains($"value=\"{first.Id}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(hidden.Title, page, StringComparison.Ordinal);

        var refused = await village["steward"].PostForm($"/topics/{again.Id}/duplicates", [("Of", $"{hidden.Id}"), ("Reason", "Kept words.")]);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var kept = await refused.Text();
        foreach (var text in new[] { "Not everybody who reads this question may read that one.", "Kept words.", $"value=\"{hidden.Id}\" checked" }) Assert.Contains(text, kept, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await village["moderator"].PostForm($"/topics/{again.Id}/duplicates", [("Of", $"{first.Id}"), ("Reason", "The same.")])).StatusCode);
        Assert.Contains(first.Address, await village["visitor"].Page(again.Address), StringComparison.Ordinal);

        // What leads elsewhere is not proposed to others.
        var third = await Ask(Public, $"Feeding the {word} again");
        Assert.DoesNotContain($"value=\"{again.Id}\"", await village["steward"].Page($"/topics/{third.Id}/duplicates"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_mark_and_take_back_and_search_says_that_it_was_asked_before()
    {
        var word = "tamarin" + Guid.NewGuid().ToString("N")[..8];
        var (again, original) = (await Ask(Institution, $"{word} again"), await Ask(Institution, $"{word} first"));
        var program = village.Program("author");
        (await program.Call("PUT", $"topics/{again.Id}/duplicate", new { of = original.Id, reason = "" })).Problem(422);
        (await program.Call("PUT", $"topics/{again.Id}/duplicate", new { of = again.Id, reason = "The same." })).Problem(422);
        (await village.Program("colleague").Call("PUT", $"topics/{again.Id}/duplicate", new { of = original.Id, reason = "The same." })).Problem(403);
        var marked = await program.Call("PUT", $"topics/{again.Id}/duplicate", new { of = original.Id, reason = "The same." });
        Assert.Equal(200, marked.Status);
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, marked["closedAt"].ValueKind);

        await village.Site.Quiet();
        Assert.Contains("Asked before", await village["colleague"].Page($"/search?q={word}"), StringComparison.Ordinal);
        Assert.Equal("duplicate", (await program.Read($"search?q={word}"))["items"].EnumerateArray().Single(item => item.GetProperty("topicId").GetInt64() == again.Id).GetProperty("state").GetString());

        (await program.Call("DELETE", $"topics/{again.Id}/duplicate")).Problem(422);
        Assert.Equal(200, (await program.Call("DELETE", $"topics/{again.Id}/duplicate?reason=Not+the+same.")).Status);
        (await program.Call("DELETE", $"topics/{again.Id}/duplicate?reason=Again.")).Problem(409);
        Assert.DoesNotContain("Asked before", await village["colleague"].Page($"/search?q={word}"), StringComparison.Ordinal);
    }

    async Task<(long Id, string Title, string Address)> Ask(string space, string title)
    {
        title = $"{title} {Guid.NewGuid().ToString("N")[..8]}";
        var id = await village.Start(space, title, TopicKind.Question);
        return (id, title, GateVillage.AddressOf(TopicKind.Question, id, title));
    }

    Task<HttpResponseMessage> Mark(string role, long id, string other, string reason) => village[role].PostForm($"/topics/{id}/duplicates", [("Of", ""), ("Other", other), ("Reason", reason)]);
}
