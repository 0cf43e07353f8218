using Community.Topics;

namespace Community.Web.Tests.Api;

/// <summary>Lists are asked on with a cursor that carries what the list began with.</summary>
public sealed class PagingTests(ApiVillage village) : IClassFixture<ApiVillage>
{
    [Theory]
    [InlineData("latest")]
    [InlineData("new")]
    [InlineData("unanswered")]
    public async Task A_list_of_topics_is_whole_over_its_pages_also_when_only_the_cursor_is_sent(string sort)
    {
        var ids = new List<long>();
        for (var i = 0; i < 5; i++) ids.Add((await village.Start("mia", ApiVillage.Partners, title: $"Number {i}")).Id);
        await village.Start("mia", ApiVillage.Closed, title: "Not for Gus");

        var seen = new List<long>();
        var page = await village["gus"].Read($"topics?space=partners&kind=question&tag=conservation&sort={sort}&limit=2");
        Assert.Equal(page["total"].GetInt32(), (await village["gus"].Read($"topics?space=partners&kind=question&limit=100"))["items"].GetArrayLength());
        while (true)
        {
            seen.AddRange(page["items"].EnumerateArray().Select(topic => topic.GetProperty("id").GetInt64()));
            if (page["next"].GetString() is not { } next) break;
            Assert.Equal(2, page["items"].GetArrayLength());
            page = await village["gus"].Read($"topics?cursor={next}");
        }

        Assert.Equal(seen.Distinct().Count(), seen.Count);
        Assert.Equal(ids.AsEnumerable().Reverse(), seen.Where(ids.Contains));
        Assert.Equal(page["total"].GetInt32(), seen.Count);
    }

    [Fact]
    public async Task A_long_topic_holds_its_opening_and_a_hundred_posts_and_the_rest_follows()
    {
        var topic = await village.Start("mia", ApiVillage.Open, "thread");
        for (var i = 0; i < 203; i++) await village.Site.Verb<AddPost>().Run(village.IdOf("otto"), topic.Id, i % 5 == 0 ? Part.Comment : Part.Reply, null, $"Post {i}.");

        var whole = await village["gus"].Read($"topics/{topic.Id}");
        var posts = whole["posts"].EnumerateArray().Select(post => post.GetProperty("id").GetInt64()).ToList();
        Assert.Equal((101, "opening"), (posts.Count, whole["posts"][0].GetProperty("role").GetString()));
        var second = await village["gus"].Read($"topics/{topic.Id}/posts?cursor={whole["postsNext"].GetString()}");
        Assert.Equal((100, 204), (second["items"].GetArrayLength(), second["total"].GetInt32()));
        var third = await village["gus"].Read($"topics/{topic.Id}/posts?cursor={second["next"].GetString()}");
        Assert.Equal((3, System.Text.Json.JsonValueKind.Null), (third["items"].GetArrayLength(), third["next"].ValueKind));
        posts.AddRange(second["items"].EnumerateArray().Concat(third["items"].EnumerateArray()).Select(post => post.GetProperty("id").GetInt64()));
        Assert.Equal(posts.Order(), posts);
        Assert.Equal(204, posts.Distinct().Count());

        var first = await village["gus"].Read($"topics/{topic.Id}/posts?limit=1");
        Assert.Equal("opening", first["items"][0].GetProperty("role").GetString());
        Assert.Equal(posts[1], (await village["gus"].Read($"topics/{topic.Id}/posts?cursor={first["next"].GetString()}"))["items"][0].GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task Spaces_are_those_that_the_caller_reads()
    {
        var spaces = await village["gus"].Read("spaces?limit=1");
        Assert.Equal((2, ApiVillage.Partners, "partners"), (spaces["total"].GetInt32(), spaces["items"][0].GetProperty("slug").GetString(), spaces["items"][0].GetProperty("tier").GetString()));
        var rest = await village["gus"].Read($"spaces?cursor={spaces["next"].GetString()}");
        Assert.Equal((1, ApiVillage.Open), (rest["items"].GetArrayLength(), rest["items"][0].GetProperty("slug").GetString()));
    }
}
