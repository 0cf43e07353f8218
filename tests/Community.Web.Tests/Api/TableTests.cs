namespace Community.Web.Tests.Api;

/// <summary>Every line of the table of calls, as a member, a guest, somebody outside and nobody.</summary>
public sealed class TableTests(ApiVillage village) : IClassFixture<ApiVillage>
{
    [Theory]
    [InlineData(ApiVillage.Closed, "gus", 404)]
    [InlineData(ApiVillage.Closed, "otto", 404)]
    [InlineData(ApiVillage.Closed, "nobody", 401)]
    [InlineData(ApiVillage.Partners, "gus", 200)]
    [InlineData(ApiVillage.Partners, "otto", 200)]
    [InlineData(ApiVillage.Open, "nobody", 401)]
    public async Task A_topic_and_all_that_is_in_it_is_there_for_those_who_read_its_space(string space, string who, int status)
    {
        var topic = await village.Start("mia", space);
        var (id, opening) = (topic.Id, topic["posts"][0].GetProperty("id").GetInt64());
        var answer = await village["mia"].Call("POST", $"topics/{id}/posts", new { body = "In blotting paper.", role = "answer" });
        Assert.Equal(201, answer.Status);

        foreach (var path in new[] { $"topics/{id}", $"topics/{id}/posts", $"posts/{opening}", $"posts/{opening}/revisions", $"posts/{answer.Id}/revisions" }) await Is(status, "GET", path);
        await Is(status == 200 ? 200 : status, "PUT", $"posts/{answer.Id}/vote", new { value = 1 });
        await Is(status == 200 ? 403 : status, "PUT", $"posts/{answer.Id}", new { body = "In paper." });
        await Is(status == 200 ? 403 : status, "DELETE", $"posts/{answer.Id}");
        await Is(status == 200 ? 403 : status, "PUT", $"questions/{id}/accepted", new { postId = answer.Id });
        await Is(status == 200 ? 201 : status, "POST", $"topics/{id}/posts", new { body = "Or freeze them.", role = "comment" });
        await Is(status == 200 ? 201 : status, "POST", "topics", new { space, kind = "thread", title = "Wet again", body = "Twice." });
        await Is(status, "GET", $"topics?space={space}");

        async Task Is(int expected, string method, string path, object? body = null)
        {
            var got = await village[who].Call(method, path, body);
            Assert.Equal((method, path, expected), (method, path, got.Status));
            if (got.Status >= 400) got.Problem(expected);
        }
    }

    [Theory]
    [InlineData("spaces")]
    [InlineData("topics")]
    [InlineData("search?q=wet")]
    [InlineData("experts?q=wet")]
    [InlineData("similar?title=wet")]
    [InlineData("events")]
    [InlineData("no/such/address")]
    public async Task Without_a_token_that_works_everything_is_401(string path)
    {
        using var wrong = village.Site.Visitor();
        wrong.DefaultRequestHeaders.Add("Authorization", "Bearer nonsense");
        using var browser = await village.Site.SignedIn();
        foreach (var program in new[] { village["nobody"], wrong, browser })
        {
            var answer = (await program.Read(path)).Problem(401);
            Assert.StartsWith("Bearer", answer.Message.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_token_opens_no_page()
    {
        Assert.Equal(404, (await village["mia"].Read("/account")).Status);
        Assert.Equal(404, (await village["mia"].Read("/spaces/partners")).Status);
    }

    [Fact]
    public async Task Asking_answering_accepting_and_finding_goes_through_the_api_alone()
    {
        var asked = await village.Start("mia", ApiVillage.Partners, title: "Who mends vellum?", body: "A **torn** leaf, see [the list](/notes/1).");
        Assert.Equal($"/api/v1/topics/{asked.Id}", asked.Message.Headers.Location?.ToString());
        Assert.Equal(("question", ApiVillage.Partners, "Who mends vellum?"), (asked["kind"].GetString(), asked["space"].GetString(), asked["title"].GetString()));
        Assert.Equal(("Mia Member", "conservation"), (asked["author"].GetProperty("name").GetString(), asked["tags"][0].GetString()));
        Assert.EndsWith("Z", asked["createdAt"].GetString(), StringComparison.Ordinal);
        Assert.StartsWith($"/questions/{asked.Id}/", asked["url"].GetString(), StringComparison.Ordinal);
        var opening = asked["posts"][0];
        Assert.Equal(("opening", "published", 0, 1), (opening.GetProperty("role").GetString(), opening.GetProperty("standing").GetString(), opening.GetProperty("score").GetInt32(), opening.GetProperty("revision").GetInt32()));
        Assert.Contains("<strong>torn</strong>", opening.GetProperty("html").GetString(), StringComparison.Ordinal);

        var answer = await village["gus"].Call("POST", $"topics/{asked.Id}/posts", new { body = "Japanese paper and patience.", role = "answer" });
        Assert.Equal((201, "answer", asked.Id), (answer.Status, answer["role"].GetString(), answer["topicId"].GetInt64()));
        var comment = await village["mia"].Call("POST", $"topics/{asked.Id}/posts", new { body = "Which weight?", role = "comment" });
        Assert.Equal(opening.GetProperty("id").GetInt64(), comment["parentId"].GetInt64());
        var vote = await village["mia"].Call("PUT", $"posts/{answer.Id}/vote", new { value = 1 });
        Assert.Equal(1, vote["score"].GetInt32());

        var accepted = await village["mia"].Call("PUT", $"questions/{asked.Id}/accepted", new { postId = answer.Id });
        Assert.Equal((200, answer.Id), (accepted.Status, accepted["acceptedPostId"].GetInt64()));
        Assert.Equal([opening.GetProperty("id").GetInt64(), answer.Id, comment.Id], accepted["posts"].EnumerateArray().Select(post => post.GetProperty("id").GetInt64()));

        var found = await Eventually("search?q=vellum+patience", a => a["total"].GetInt32() == 1);
        var hit = found["items"][0];
        Assert.Equal(("question", asked.Id, ApiVillage.Partners), (hit.GetProperty("kind").GetString(), hit.GetProperty("topicId").GetInt64(), hit.GetProperty("space").GetString()));
        var experts = await Eventually("experts?q=japanese+paper", a => a["items"].GetArrayLength() > 0 && a.Text.Contains("accepted", StringComparison.Ordinal));
        var expert = experts["items"][0];
        Assert.Equal(("Gus Guest", "answer, accepted"), (expert.GetProperty("person").GetProperty("name").GetString(), expert.GetProperty("evidence")[0].GetProperty("why").GetString()));
        Assert.Equal(asked.Id, (await village["mia"].Read("similar?title=mending+vellum"))["items"][0].GetProperty("id").GetInt64());

        var none = await village["mia"].Call("PUT", $"questions/{asked.Id}/accepted", new { postId = (long?)null });
        Assert.Equal(System.Text.Json.JsonValueKind.Null, none["acceptedPostId"].ValueKind);
    }

    [Fact]
    public async Task A_text_is_revised_on_the_newest_only_and_taken_back_unless_others_answered()
    {
        var topic = await village.Start("mia", ApiVillage.Partners);
        var opening = topic["posts"][0].GetProperty("id").GetInt64();
        var revised = await village["mia"].Call("PUT", $"posts/{opening}", new { body = "Second.", summary = "clearer", baseRevision = 1 });
        Assert.Equal((200, "Second.", 2), (revised.Status, revised["body"].GetString(), revised["revision"].GetInt32()));

        var stale = (await village["mia"].Call("PUT", $"posts/{opening}", new { body = "Third.", baseRevision = 1 })).Problem(409);
        Assert.Equal(("Second.", 2, "Third."), (stale["newest"].GetProperty("body").GetString(), stale["newest"].GetProperty("number").GetInt32(), stale["yours"].GetString()));
        var revisions = await village["mia"].Read($"posts/{opening}/revisions");
        Assert.Equal(["Somebody must know.", "Second."], revisions["items"].EnumerateArray().Select(r => r.GetProperty("body").GetString()!));
        Assert.Equal("clearer", revisions["items"][1].GetProperty("summary").GetString());

        var answer = await village["gus"].Call("POST", $"topics/{topic.Id}/posts", new { body = "Mine.", role = "answer" });
        (await village["mia"].Call("DELETE", $"posts/{opening}")).Problem(409);
        Assert.Equal((204, ""), ((await village["gus"].Call("DELETE", $"posts/{answer.Id}")) is var gone ? (gone.Status, gone.Text) : default));
        foreach (var who in new[] { "mia", "gus" })
        {
            var tombstone = await village[who].Read($"posts/{answer.Id}");
            Assert.Equal("withdrawn", tombstone["standing"].GetString());
            foreach (var field in new[] { "body", "html", "author" }) Assert.Equal(System.Text.Json.JsonValueKind.Null, tombstone[field].ValueKind);
        }

        (await village["mia"].Read($"posts/{answer.Id}/revisions")).Problem(404);
        Assert.Equal(204, (await village["mia"].Call("DELETE", $"posts/{opening}")).Status);
    }

    [Fact]
    public async Task Events_come_in_order_behind_the_gate_and_name_nobody_who_is_not_named()
    {
        var head = await Head();
        var secret = await village.Start("mia", ApiVillage.Closed);
        var topic = await village.Start("mia", ApiVillage.Partners);
        await village["gus"].Call("PUT", $"posts/{topic["posts"][0].GetProperty("id").GetInt64()}/vote", new { value = 1 });
        var answer = await village["gus"].Call("POST", $"topics/{topic.Id}/posts", new { body = "Mine.", role = "answer" });

        var events = await village["gus"].Read($"events?after={head}");
        Assert.Equal(["started", "voted", "answered"], events["items"].EnumerateArray().Select(e => e.GetProperty("kind").GetString()!));
        Assert.DoesNotContain(events["items"].EnumerateArray(), e => e.GetProperty("topicId").GetInt64() == secret.Id);
        Assert.Equal([village.IdOf("mia"), null, village.IdOf("gus")], events["items"].EnumerateArray().Select(e => e.GetProperty("actorId") is { ValueKind: System.Text.Json.JsonValueKind.Number } id ? id.GetInt64() : (long?)null));

        await village["gus"].Call("DELETE", $"posts/{answer.Id}");
        var after = await village["otto"].Read($"events?after={head}");
        Assert.All(after["items"].EnumerateArray().Where(e => e.GetProperty("postId").GetInt64() == answer.Id), e => Assert.Equal(System.Text.Json.JsonValueKind.Null, e.GetProperty("actorId").ValueKind));

        var last = after["next"].GetInt64();
        var quiet = await village["otto"].Read($"events?after={last}");
        Assert.Equal((0, last), (quiet["items"].GetArrayLength(), quiet["next"].GetInt64()));
        await village.Start("mia", ApiVillage.Closed);
        var unseen = await village["otto"].Read($"events?after={last}");
        Assert.Equal(0, unseen["items"].GetArrayLength());
        Assert.True(unseen["next"].GetInt64() > last);
    }

    async Task<long> Head()
    {
        for (var after = 0L; ;)
        {
            var next = (await village["mia"].Read($"events?after={after}&limit=100"))["next"].GetInt64();
            if (next == after) return next;
            after = next;
        }
    }

    async Task<Calling.Answer> Eventually(string path, Func<Calling.Answer, bool> isThere)
    {
        var answer = await village["mia"].Read(path);
        for (var i = 0; i < 100 && !isThere(answer); i++)
        {
            await Task.Delay(50);
            answer = await village["mia"].Read(path);
        }

        Assert.True(isThere(answer), answer.Text);
        return answer;
    }
}
