namespace Community.Web.Tests.Api;

/// <summary>Reports and trials as programs see them.</summary>
public sealed class ReportTests(ApiVillage village) : IClassFixture<ApiVillage>
{
    [Fact]
    public async Task A_program_reports_reads_and_takes_back()
    {
        var topic = await village.Start("mia", ApiVillage.Partners);
        var answer = await village["mia"].Call("POST", $"topics/{topic.Id}/posts", new { body = "In blotting paper.", role = "answer" });

        var made = await village["otto"].Call("POST", $"posts/{answer.Id}/reports", new { outcome = "failed", place = "Law", day = "2026-05-12", line = "The paper stuck." });
        Assert.Equal(201, made.Status);
        Assert.Equal(("failed", "Law", "2026-05-12", "The paper stuck.", true), (made["outcome"].GetString(), made["place"].GetString(), made["day"].GetString(), made["line"].GetString(), made["counts"].GetBoolean()));
        await village["otto"].Call("POST", $"posts/{answer.Id}/reports", new { outcome = "worked" });

        var list = await village["gus"].Read($"posts/{answer.Id}/reports?limit=1");
        Assert.Equal((2, "worked"), (list["total"].GetInt32(), list["items"][0].GetProperty("outcome").GetString()));
        var rest = await village["gus"].Read($"posts/{answer.Id}/reports?cursor={list["next"].GetString()}");
        Assert.Equal(("failed", false), (rest["items"][0].GetProperty("outcome").GetString(), rest["items"][0].GetProperty("counts").GetBoolean()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, rest["next"].ValueKind);

        Assert.Equal(403, (await village["gus"].Call("DELETE", $"reports/{made.Id}")).Status);
        Assert.Equal(204, (await village["otto"].Call("DELETE", $"reports/{made.Id}")).Status);
        Assert.Equal(1, (await village["gus"].Read($"posts/{answer.Id}/reports"))["total"].GetInt32());
    }

    [Theory]
    [InlineData("{\"outcome\":\"exploded\"}", "outcome")]
    [InlineData("{\"line\":\"Neither.\"}", "outcome")]
    [InlineData("{\"outcome\":\"failed\"}", "line")]
    [InlineData("{\"outcome\":\"worked\",\"day\":\"2999-01-01\"}", "day")]
    public async Task What_cannot_be_taken_is_refused_by_its_field(string body, string field)
    {
        var topic = await village.Start("mia", ApiVillage.Open);
        var answer = await village["mia"].Call("POST", $"topics/{topic.Id}/posts", new { body = "In blotting paper.", role = "answer" });

        var refused = await village["otto"].Call("POST", $"posts/{answer.Id}/reports", System.Text.Json.JsonSerializer.Deserialize<object>(body));
        Assert.Contains(field, refused.Problem(422).Json.GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Theory]
    [InlineData("gus", 404)]
    [InlineData("otto", 404)]
    [InlineData("nobody", 401)]
    public async Task Reports_of_a_space_out_of_reach_are_not_there(string who, int status)
    {
        var topic = await village.Start("mia", ApiVillage.Closed);
        var answer = await village["mia"].Call("POST", $"topics/{topic.Id}/posts", new { body = "In blotting paper.", role = "answer" });
        var made = await village["mia"].Call("POST", $"posts/{answer.Id}/reports", new { outcome = "worked" });

        foreach (var (method, path) in new[] { ("GET", $"posts/{answer.Id}/reports"), ("POST", $"posts/{answer.Id}/reports"), ("DELETE", $"reports/{made.Id}") })
            Assert.Equal((path, status), (path, (await village[who].Call(method, path, method == "POST" ? new { outcome = "worked" } : null)).Status));
    }
}
