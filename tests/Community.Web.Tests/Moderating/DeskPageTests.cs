using System.Net;
using Community.Governance;
using Community.Spaces;
using Community.Topics;
using Community.Topics.Moderating;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Moderating;

/// <summary>The desks of those who moderate, by their pages alone.</summary>
public sealed class DeskPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task What_is_hidden_stands_at_its_flags_or_in_a_list_of_its_own_until_it_is_decided()
    {
        var author = await site.Person("Ada Author");
        var moderator = await site.Person("Mo Rader", Role.Moderator);
        await site.Verb<MakeSpace>().Run(site.AdministratorId, "desk", "Desk", "", Tier.Institution);
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, "desk", author, false);
        using var browser = await site.SignedIn("Mo Rader");
        var (flagged, unflagged) = (await Post("The corner table"), await Post("The back door"));
        await site.Verb<FlagPost>().Run(site.AdministratorId, flagged, ReasonClass.Privacy, "Everybody knows who that is.");
        Assert.DoesNotContain("Hidden</span>", await browser.Page("/moderation/flags"), StringComparison.Ordinal);

        foreach (var post in new[] { flagged, unflagged }) await site.Verb<HidePost>().Run(moderator, post, "It may name a reader.", 1);

        var desk = await browser.Page("/moderation/flags");
        Assert.Equal(2, desk.Split("Hidden</span>").Length - 1);
        var (cases, hidden) = (desk[..desk.IndexOf("id=\"hidden\"", StringComparison.Ordinal)], desk[desk.IndexOf("id=\"hidden\"", StringComparison.Ordinal)..]);
        Assert.Contains($"/posts/{flagged}\"", cases, StringComparison.Ordinal);
        Assert.Contains("Show it again</option>", cases, StringComparison.Ordinal);
        Assert.DoesNotContain("Hide it until", cases, StringComparison.Ordinal);
        Assert.DoesNotContain("The corner table", hidden, StringComparison.Ordinal);
        Assert.Contains($"/posts/{unflagged}/moderate", hidden, StringComparison.Ordinal);

        var id = await site.Store.Read(db => db.FlagCases.Where(c => c.PostId == flagged).Select(c => c.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Conflict, (await browser.PostForm($"/moderation/flags/{id}/decide", [("outcome", "Hidden"), ("reason", "Once more.")], on: "/moderation/flags")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostForm($"/moderation/flags/{id}/decide", [("outcome", "Kept"), ("reason", "Nobody is named.")], on: "/moderation/flags")).StatusCode);
        Assert.DoesNotContain("The corner table", await browser.Page("/moderation/flags"), StringComparison.Ordinal);
        Assert.Equal(Standing.Published, await site.Store.Read(db => db.Posts.Where(p => p.Id == flagged).Select(p => p.Standing).SingleAsync()));
        Assert.DoesNotContain("Hidden</span>", await browser.Page("/moderation/flags?state=done"), StringComparison.Ordinal);

        async Task<long> Post(string title)
        {
            var topic = await site.Verb<StartTopic>().Run(author, "desk", TopicKind.Thread, title, "Who sits there each day.", []);
            return await site.Store.Read(db => db.Posts.Where(p => p.TopicId == topic).Select(p => p.Id).SingleAsync());
        }
    }
}
