using System.Net;
using Community.Governance;
using Community.Spaces;
using Community.Topics;

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
}
