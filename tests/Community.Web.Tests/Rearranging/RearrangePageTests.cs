using System.Net;
using Community.Topics;
using Community.Web.Tests.Api;
using Community.Web.Tests.Gate;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Rearranging;

/// <summary>Splitting, moving and merging by a form without scripts; permalinks lead to where posts are, and nobody hears of what they may not see.</summary>
[Collection(nameof(GateVillage))]
public sealed class RearrangePageTests(GateVillage village)
{
    static readonly string Unit = GateVillage.Spaces[0], Institution = GateVillage.Spaces[1], Public = GateVillage.Spaces[3];

    [Fact]
    public async Task Posts_are_split_off_by_a_form_that_keeps_what_was_typed_and_their_addresses_lead_to_the_new_topic()
    {
        var source = await Start(Institution, "Tape and glue");
        var (first, under, stays) = (await Reply(source.Id, "About glue."), 0L, await Reply(source.Id, "About tape."));
        under = await village.Verb<AddPost>().Run(village.IdOf("author"), source.Id, Part.Reply, first, "More of glue.");
        var steward = village["steward"];
        Assert.Contains($"/topics/{source.Id}/rearrange", await steward.Page(source.Address), StringComparison.Ordinal);
        Assert.DoesNotContain($"/topics/{source.Id}/rearrange", await village["author"].Page(source.Address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await village["author"].Status($"/topics/{source.Id}/rearrange"));
        Assert.Equal(HttpStatusCode.NotFound, await village["stranger"].Status($"/topics/{source.Id}/rearrange"));
        var form = await steward.Page($"/topics/{source.Id}/rearrange");
        foreach (var text in new[] { $"value=\"{first}\"", "About glue.", "Reply by" }) Assert.Contains(text, form, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{await village.Opening(source.Id)}\"", form, StringComparison.Ordinal);

        var refused = await Send("steward", source.Id, ("What", "Split"), ("Posts", $"{first}"), ("Kind", "Question"), ("Title", ""), ("Space", Institution), ("Reason", "Kept words."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var kept = await refused.Text();
        foreach (var text in new[] { "Kept words.", $"value=\"{first}\" checked", "value=\"Question\" selected" }) Assert.Contains(text, kept, StringComparison.Ordinal);

        var done = await Send("steward", source.Id, ("What", "Split"), ("Posts", $"{first}"), ("Kind", "Thread"), ("Title", "Which glue"), ("Space", Institution), ("Reason", "Another subject."));
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        var address = done.Headers.Location!.ToString();
        Assert.StartsWith("/threads/", address, StringComparison.Ordinal);
        foreach (var id in new[] { first, under }) Assert.Equal($"{address}#post-{id}", await Leads("colleague", $"/posts/{id}"));
        Assert.Equal($"{source.Address}#post-{stays}", await Leads("colleague", $"/posts/{stays}"));

        var left = await village["colleague"].Page(source.Address);
        foreach (var text in new[] { "2 posts went to another topic:", address, "Another subject.", "About tape." }) Assert.Contains(text, left, StringComparison.Ordinal);
        Assert.DoesNotContain("About glue.", left, StringComparison.Ordinal);
        var made = await village["colleague"].Page(address);
        foreach (var text in new[] { "2 posts came from another topic:", source.Address, "About glue.", "More of glue." }) Assert.Contains(text, made, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merged_topics_address_leads_on_for_those_who_may_see_the_other_and_is_not_there_for_others()
    {
        var (source, target) = (await Start(Public, "Merged away"), await Start(Unit, "Goes on inside"));
        var reply = await Reply(source.Id, "It goes inside.");
        var opening = await village.Opening(source.Id);
        Assert.Equal(HttpStatusCode.SeeOther, (await Send("steward", source.Id, ("What", "Merge"), ("Into", "https://x.example" + target.Address), ("Reason", "They are one."))).StatusCode);

        foreach (var role in new[] { "member", "guest", "administrator" })
        {
            var away = await village[role].GetAsync(new Uri(source.Address, UriKind.Relative));
            Assert.Equal((HttpStatusCode.MovedPermanently, target.Address, true), (away.StatusCode, away.Headers.Location?.ToString(), away.Headers.CacheControl?.NoCache));
            Assert.Equal($"{target.Address}#post-{opening}", await Leads(role, $"/posts/{opening}"));
        }

        foreach (var role in new[] { "colleague", "moderator", "stranger", "visitor" })
        {
            foreach (var path in new[] { source.Address, $"/topics/{source.Id}/head", $"/posts/{opening}", $"/posts/{reply}", $"/posts/{reply}/fragment" }) Assert.Equal((path, HttpStatusCode.NotFound), (path, await village[role].Status(path)));
            Assert.DoesNotContain(source.Title, await village[role].Page($"/spaces/{Public}"), StringComparison.Ordinal);
        }

        (await village.Program("member").Read($"topics/{source.Id}")).Problem(404);
        var page = await village["member"].Page(target.Address);
        foreach (var text in new[] { "Another topic was merged into this one:", source.Title, "They are one.", "It goes inside." }) Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.DoesNotContain(source.Title, await village["member"].Page($"/spaces/{Public}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_others_could_read_them_the_form_asks_a_moderator_of_both_and_refuses_everybody_else()
    {
        var (inside, outside) = (await Start(Unit, "Inside"), await Start(Public, "Outside"));
        var reply = await Reply(inside.Id, "Not for all.");
        Assert.Equal(HttpStatusCode.Forbidden, (await Move("steward", openly: true)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Move("moderator", openly: true)).StatusCode);
        var refused = await Move("administrator", openly: false);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var page = await refused.Text();
        foreach (var text in new[] { "say that they may read it", "Because.", $"value=\"{reply}\" checked" }) Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await village["visitor"].Status($"/posts/{reply}"));

        Assert.Equal(HttpStatusCode.SeeOther, (await Move("administrator", openly: true)).StatusCode);
        var open = await village["visitor"].Page(outside.Address);
        Assert.Contains("Not for all.", open, StringComparison.Ordinal);
        // Where it came from is told to those only who may see that.
        foreach (var role in new[] { "visitor", "moderator", "colleague" })
        {
            open = await village[role].Page(outside.Address);
            foreach (var text in new[] { inside.Title, "came from another topic", "Because." }) Assert.DoesNotContain(text, open, StringComparison.Ordinal);
        }

        Assert.Contains(inside.Title, await village["member"].Page(outside.Address), StringComparison.Ordinal);

        Task<HttpResponseMessage> Move(string role, bool openly) => Send(role, inside.Id, ("What", "Move"), ("Posts", $"{reply}"), ("Into", $"{outside.Id}"), ("Reason", "Because."), ("Openly", openly ? "true" : "false"));
    }

    [Fact]
    public async Task What_is_found_and_listed_follows_the_posts()
    {
        var word = "numbat" + Guid.NewGuid().ToString("N")[..8];
        var (source, target) = (await Start(Public, "Found here"), await Start(Unit, "Found there"));
        var reply = await Reply(source.Id, $"Ask the {word}.");
        await village.Site.Quiet();
        Assert.Contains($"/posts/{reply}", await village["visitor"].Page($"/search?q={word}"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await Send("steward", source.Id, ("What", "Move"), ("Posts", $"{reply}"), ("Into", $"{target.Id}"), ("Reason", "Inside."))).StatusCode);
        await village.Site.Quiet();
        foreach (var role in new[] { "visitor", "colleague", "moderator" }) Assert.DoesNotContain($"/posts/{reply}", await village[role].Page($"/search?q={word}"), StringComparison.Ordinal);
        var found = await village["member"].Page($"/search?q={word}");
        Assert.Contains(target.Title, found, StringComparison.Ordinal);
        Assert.DoesNotContain(source.Title, found, StringComparison.Ordinal);
        Assert.Equal(0, await village.Site.Store.Read(db => db.Topics.Where(t => t.Id == source.Id).Select(t => t.ReplyCount).SingleAsync()));
    }

    async Task<(long Id, string Title, string Address)> Start(string space, string title)
    {
        title = $"{title} {Guid.NewGuid().ToString("N")[..8]}";
        var id = await village.Start(space, title);
        return (id, title, GateVillage.AddressOf(TopicKind.Thread, id, title));
    }

    Task<long> Reply(long topicId, string text) => village.Verb<AddPost>().Run(village.IdOf("member"), topicId, Part.Reply, null, text);

    async Task<string?> Leads(string role, string path) => (await village[role].GetAsync(new Uri(path, UriKind.Relative))).Headers.Location?.ToString();

    Task<HttpResponseMessage> Send(string role, long id, params (string, string)[] fields) => village[role].PostForm($"/topics/{id}/rearrange", fields, on: "/account");
}
