using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Api;

/// <summary>What cannot be read, cannot be taken or is not there is told as a problem, and changes nothing.</summary>
public sealed class RefusingTests(ApiVillage village) : IClassFixture<ApiVillage>
{
    [Theory]
    [InlineData("POST", "topics", "{", 400)]
    [InlineData("POST", "topics", "[]", 400)]
    [InlineData("POST", "topics", "", 400)]
    [InlineData("POST", "topics", "null", 400)]
    [InlineData("POST", "topics", """{"space":"open","kind":1,"title":"t","body":"b"}""", 400)]
    [InlineData("POST", "topics", """{"space":"open","kind":"thread","title":7,"body":"b"}""", 400)]
    [InlineData("POST", "topics", """{"space":"open","kind":"thread","title":"\ud800","body":"b"}""", 400)]
    [InlineData("POST", "topics", """{"space":"open","kind":"poll","title":"t","body":"b"}""", 422, "kind")]
    [InlineData("POST", "topics", """{"space":"open","title":"t","body":"b"}""", 422, "kind")]
    [InlineData("POST", "topics", """{"kind":"thread","title":"t","body":"b"}""", 422, "space")]
    [InlineData("POST", "topics", """{"space":"open","kind":"thread","body":"b"}""", 422, "title")]
    [InlineData("POST", "topics", """{"space":"open","kind":"thread","title":"t","body":" "}""", 422, "body")]
    [InlineData("POST", "topics", """{"space":"open","kind":"thread","title":"t","body":"b","tags":["a b c !"]}""", 422, "tags")]
    [InlineData("POST", "topics", """{"space":"nowhere","kind":"thread","title":"t","body":"b"}""", 404)]
    [InlineData("POST", "topics", """{"space":"no\u0000where","kind":"thread","title":"t","body":"b"}""", 404)]
    [InlineData("POST", "topics/{topic}/posts", """{"body":"b"}""", 422, "role")]
    [InlineData("POST", "topics/{topic}/posts", """{"body":"b","role":"answer"}""", 422, "role")]
    [InlineData("POST", "topics/{topic}/posts", """{"body":"b","role":"opening"}""", 422, "role")]
    [InlineData("POST", "topics/{topic}/posts", """{"body":"b","role":"reply","parentId":"x"}""", 400)]
    [InlineData("POST", "topics/{topic}/posts", """{"body":"b","role":"reply","parentId":987654321}""", 404)]
    [InlineData("PUT", "posts/{post}/vote", """{"value":2}""", 422, "value")]
    [InlineData("PUT", "posts/{post}/vote", "{}", 422, "value")]
    [InlineData("PUT", "posts/{post}/vote", """{"value":"1"}""", 400)]
    [InlineData("PUT", "questions/{topic}/accepted", """{"postId":1}""", 422, "postId")]
    [InlineData("PUT", "questions/{topic}/accepted", "{}", 422, "postId")]
    [InlineData("GET", "topics?cursor=nonsense", null, 400)]
    [InlineData("GET", "topics?cursor=bnVsbA", null, 400)]
    [InlineData("GET", "topics/{topic}/posts?cursor=eyJMaW1pdCI6OTk5LCJQbGFjZSI6WzFdLCJGaWx0ZXIiOltdfQ", null, 400)]
    [InlineData("GET", "topics?limit=x", null, 400)]
    [InlineData("GET", "topics?limit=0", null, 422, "limit")]
    [InlineData("GET", "topics?limit=101", null, 422, "limit")]
    [InlineData("GET", "topics?kind=poll", null, 422, "kind")]
    [InlineData("GET", "topics?sort=best", null, 422, "sort")]
    [InlineData("GET", "topics?space=nowhere", null, 404)]
    [InlineData("GET", "search?q=a&page=0", null, 422, "page")]
    [InlineData("GET", "events?after=x", null, 400)]
    [InlineData("GET", "no/such/address", null, 404)]
    [InlineData("GET", "topics/99999999999999999999", null, 404)]
    [InlineData("GET", "/api/v2/topics", null, 404)]
    [InlineData("GET", "/API/V1/nothing", null, 404)]
    [InlineData("PATCH", "topics", "{}", 405)]
    [InlineData("OPTIONS", "topics", null, 405)]
    [InlineData("HEAD", "no/such/address", null, 404)]
    public async Task A_request_that_cannot_be_done_is_a_problem(string method, string path, string? body, int status, string? field = null)
    {
        var topic = await village.Start("otto", ApiVillage.Open, "thread");
        path = path.Replace("{topic}", $"{topic.Id}", StringComparison.Ordinal).Replace("{post}", $"{topic["posts"][0].GetProperty("id").GetInt64()}", StringComparison.Ordinal);
        var who = path.Contains("accepted", StringComparison.Ordinal) ? "otto" : "mia";

        var answer = await village[who].Call(method, path, body);

        Assert.Equal(status, answer.Status);
        if (method == "HEAD") return;
        answer.Problem(status);
        if (field is not null) Assert.NotEqual("", answer["errors"].GetProperty(field)[0].GetString());
    }

    [Fact]
    public async Task Another_kind_of_body_is_415_and_one_that_is_too_large_413()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("title", "t")]);
        Assert.Equal(415, (int)(await village["mia"].PostAsync(new Uri("/api/v1/topics", UriKind.Relative), form)).StatusCode);
        (await village["mia"].Call("POST", "topics", new { space = "open", kind = "thread", title = "t", body = new string('x', 3_000_000) })).Problem(413);
        (await village["mia"].Call("POST", "topics", new { space = "open", kind = "thread", title = "t", body = new string('x', 65_537) })).Problem(422);
        Assert.Equal(201, (await village["mia"].Call("POST", "topics", new { space = "open", kind = "thread", title = new string('t', 200), body = string.Concat(Enumerable.Repeat("word ", 13_107)) + "x" })).Status);
    }

    [Fact]
    public async Task Fields_that_are_not_the_callers_change_nothing()
    {
        var answer = await village["mia"].Call("POST", "topics", new { space = "open", kind = "thread", title = "Over", body = "b", authorId = 1, standing = "removed", score = 99, createdAt = "2001-01-01T00:00:00Z", id = 1, isPinned = true });

        Assert.Equal(201, answer.Status);
        var post = await village.Site.Store.Read(db => db.Posts.SingleAsync(p => p.TopicId == answer.Id));
        Assert.Equal((village.IdOf("mia"), Standing.Published, 0), (post.AuthorId, post.Standing, post.Score));
        Assert.True(post.CreatedAt.Year > 2020);
    }

    [Fact]
    public async Task Nobodys_own_post_gets_their_vote_and_a_closed_topic_takes_no_reply()
    {
        var topic = await village.Start("mia", ApiVillage.Open, "thread");
        (await village["mia"].Call("PUT", $"posts/{topic["posts"][0].GetProperty("id").GetInt64()}/vote", new { value = 1 })).Problem(403);
        await village.Site.Verb<CloseTopic>().Run(village.IdOf("mia"), topic.Id, Outcome.Decided, "Done.");
        (await village["otto"].Call("POST", $"topics/{topic.Id}/posts", new { body = "Late.", role = "reply" })).Problem(409);
    }

    [Fact]
    public async Task Another_site_gets_no_leave_to_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/spaces", UriKind.Relative));
        request.Headers.Add("Origin", "https://evil.example");
        var answer = await village["mia"].SendAsync(request);
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }
}
