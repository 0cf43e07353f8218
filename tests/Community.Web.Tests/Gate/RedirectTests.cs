using System.Net;
using Community.Topics;

namespace Community.Web.Tests.Gate;

[Collection(nameof(GateVillage))]
public sealed class RedirectTests(GateVillage village)
{
    [Fact]
    public async Task A_wrong_kind_an_old_title_or_none_leads_to_the_one_address_and_is_not_remembered()
    {
        var topic = await village.Start(GateVillage.Spaces[3], "The first title");
        await village.Verb<RetitleTopic>().Run(village.IdOf("author"), topic, "The second title", []);

        foreach (var path in new[] { $"/threads/{topic}/the-first-title", $"/threads/{topic}", $"/threads/{topic}/", $"/questions/{topic}/the-second-title", $"/notes/{topic}", $"/threads/0{topic}/the-second-title", $"/threads/{topic}/THE-SECOND-TITLE" })
        {
            var answer = await village[GateVillage.Visitor].GetAsync(new Uri(path + "?sort=time", UriKind.Relative));
            Assert.Equal((path, HttpStatusCode.MovedPermanently, $"/threads/{topic}/the-second-title?sort=time", "no-cache"), (path, answer.StatusCode, answer.Headers.Location?.ToString(), answer.Headers.CacheControl?.ToString()));
        }
    }

    [Fact]
    public async Task A_redirect_gives_the_title_of_nothing_away()
    {
        var (secret, withdrawn) = (village.Things[0], village.Things.First(thing => thing.Canary == "quokkawithdrawn"));

        Assert.Equal(HttpStatusCode.NotFound, await village["colleague"].Status($"/threads/{secret.TopicId}/x"));
        var answer = await village["moderator"].GetAsync(new Uri($"/threads/{withdrawn.TopicId}/x", UriKind.Relative));
        Assert.Equal($"/threads/{withdrawn.TopicId}/-", answer.Headers.Location?.ToString());
        Assert.Equal($"/threads/{withdrawn.TopicId}/-#post-{withdrawn.PostId}", (await village["moderator"].GetAsync(new Uri($"/posts/{withdrawn.PostId}", UriKind.Relative))).Headers.Location?.ToString());
        // An old link with the title in it does not say that the title was right.
        Assert.Equal(HttpStatusCode.MovedPermanently, await village["moderator"].Status($"/threads/{withdrawn.TopicId}/about-quokkawithdrawn-harbour"));
    }

    [Fact]
    public async Task A_permalink_leads_to_the_page_that_holds_the_post()
    {
        var topic = await village.Start(GateVillage.Spaces[3], "A long thread");
        var posts = new List<long>();
        for (var i = 0; i < 103; i++) posts.Add(await village.Verb<AddPost>().Run(village.IdOf("member"), topic, Part.Reply, null, $"Reply {i}."));
        var comment = await village.Verb<AddPost>().Run(village.IdOf("member"), topic, Part.Comment, posts[101], "Late.");

        foreach (var post in new[] { posts[0], posts[49], posts[50], posts[99], posts[100], posts[102], comment, await village.Opening(topic) })
        {
            var answer = await village[GateVillage.Visitor].GetAsync(new Uri($"/posts/{post}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            var address = answer.Headers.Location!.ToString();
            Assert.EndsWith($"#post-{post}", address, StringComparison.Ordinal);
            Assert.Contains($"id=\"post-{post}\"", await village[GateVillage.Visitor].Page(address.Split('#')[0]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_synonym_leads_to_its_subject_only_those_who_see_it()
    {
        Assert.Equal(HttpStatusCode.MovedPermanently, await village["member"].Status("/tags/quokkaunit-synonym"));
        foreach (var role in new[] { "colleague", "stranger", GateVillage.Visitor })
            Assert.Equal(HttpStatusCode.NotFound, await village[role].Status("/tags/quokkaunit-synonym"));
    }
}
