using System.Net;
using Community.Governance;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Pages;

/// <summary>What somebody wrote is never lost, also when its place went out of sight meanwhile.</summary>
public sealed class KeptTextTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task A_reply_to_a_topic_that_went_out_of_sight_is_given_back()
    {
        var author = await site.Person("Ada Keeper");
        await site.Verb<MakeSpace>().Run(site.AdministratorId, "kept-open", "Open", "", Tier.Institution);
        await site.Verb<MakeSpace>().Run(site.AdministratorId, "kept-closed", "Closed", "", Tier.Unit);
        var topic = await site.Verb<StartTopic>().Run(author, "kept-open", TopicKind.Thread, "Where does it go?", "Text.", []);
        using var browser = await site.SignedIn("Ben Writer");
        await site.Verb<MoveTopic>().Run(site.AdministratorId, topic, "kept-closed");

        var answer = await browser.PostForm($"/topics/{topic}/posts", [("Part", "Reply"), ("Body", "A long thought that took an hour to write.")]);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("A long thought that took an hour to write.", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_of_a_form_has_the_line_ends_that_were_typed()
    {
        await site.Verb<MakeSpace>().Run(site.AdministratorId, "kept-lines", "Lines", "", Tier.Institution);
        using var browser = await site.SignedIn("Cleo Writer");

        var answer = await browser.PostForm("/new/thread", [("Space", "kept-lines"), ("Title", "Two lines"), ("Body", "one\r\ntwo")], on: "/new/thread?space=kept-lines");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("one\ntwo", await site.Store.Read(db => db.Revisions.OrderByDescending(r => r.Id).Select(r => r.Source).FirstAsync()));
    }
}
