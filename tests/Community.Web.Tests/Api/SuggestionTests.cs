using System.Text.Json;

namespace Community.Web.Tests.Api;

/// <summary>Suggestions as programs see them.</summary>
public sealed class SuggestionTests(ApiVillage village) : IClassFixture<ApiVillage>
{
    const string Before = "Begin with the spine.\n\nPress it for a day.\n\nEnd with the boards.";

    [Fact]
    public async Task A_program_suggests_a_change_and_another_takes_half_of_it()
    {
        var note = await village.Start("mia", ApiVillage.Open, "note", "Binding a volume", Before);
        var made = await village["otto"].Call("POST", $"notes/{note.Id}/suggestions", new { body = "Begin with the spine, dry.\n\nPress it for a day.\n\nEnd with the boards, and label them.", reason = "It split twice." });
        Assert.Equal((201, "open", 1, $"/api/v1/suggestions/{made.Id}"), (made.Status, made["state"].GetString(), made["baseRevision"].GetInt32(), made.Message.Headers.Location!.ToString()));
        Assert.Equal([("Begin with the spine.", "Begin with the spine, dry."), ("End with the boards.", "End with the boards, and label them.")], made["changes"].EnumerateArray().Select(change => (change.GetProperty("before").GetString()!, change.GetProperty("after").GetString()!)));

        Assert.Equal("open", (await village["mia"].Read($"notes/{note.Id}/suggestions?state=open"))["items"][0].GetProperty("state").GetString());
        (await village["mia"].Call("PUT", $"suggestions/{made.Id}/decision", new { accept = true, parts = new[] { 1 } })).Problem(422);
        (await village["otto"].Call("PUT", $"suggestions/{made.Id}/decision", new { accept = true })).Problem(403);
        var decided = await village["mia"].Call("PUT", $"suggestions/{made.Id}/decision", new { accept = true, parts = new[] { 1 }, word = "The spine is always dry." });
        Assert.Equal((200, "partly", 2, "Mia Member"), (decided.Status, decided["state"].GetString(), decided["revision"].GetInt32(), decided["decidedBy"].GetProperty("name").GetString()));
        (await village["mia"].Call("PUT", $"suggestions/{made.Id}/decision", new { accept = false, word = "No." })).Problem(409);

        var post = (await village["gus"].Read($"topics/{note.Id}"))["posts"][0];
        Assert.Equal("Begin with the spine.\n\nPress it for a day.\n\nEnd with the boards, and label them.", post.GetProperty("body").GetString());
        var revisions = await village["mia"].Read($"posts/{post.GetProperty("id").GetInt64()}/revisions");
        Assert.Equal("Otto Outside", revisions["items"][1].GetProperty("author").GetProperty("name").GetString());
    }

    [Fact]
    public async Task One_is_declined_with_a_word_and_one_taken_back_by_its_author_alone()
    {
        var note = await village.Start("mia", ApiVillage.Open, "note", "Pressing a volume", Before);
        var first = await Suggest("otto", note.Id, "Press it for two days.");
        (await village["mia"].Call("PUT", $"suggestions/{first}/decision", new { accept = false })).Problem(422);
        Assert.Equal("declined", (await village["mia"].Call("PUT", $"suggestions/{first}/decision", new { accept = false, word = "One is enough." }))["state"].GetString());

        var second = await Suggest("otto", note.Id, "Press it for three days.");
        (await village["mia"].Call("DELETE", $"suggestions/{second}")).Problem(404);
        Assert.Equal(204, (await village["otto"].Call("DELETE", $"suggestions/{second}")).Status);
        Assert.Equal("takenback", (await village["otto"].Read($"suggestions/{second}"))["state"].GetString());
        (await village["otto"].Call("DELETE", $"suggestions/{second}")).Problem(409);
        var list = await village["mia"].Read($"notes/{note.Id}/suggestions?limit=1");
        Assert.Equal((2, second), (list["total"].GetInt32(), list["items"][0].GetProperty("id").GetInt64()));
        Assert.Equal(first, (await village["mia"].Read($"notes/{note.Id}/suggestions?cursor={list["next"].GetString()}"))["items"][0].GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task A_suggestion_is_seen_by_its_author_and_those_who_keep_the_note()
    {
        var note = await village.Start("mia", ApiVillage.Open, "note", "Gluing a volume", Before);
        var made = await Suggest("otto", note.Id, "Press it under lead.");

        (await village["gus"].Read($"suggestions/{made}")).Problem(404);
        Assert.Equal(0, (await village["gus"].Read($"notes/{note.Id}/suggestions"))["total"].GetInt32());
        (await village["gus"].Call("PUT", $"suggestions/{made}/decision", new { accept = true })).Problem(404);
    }

    [Theory]
    [InlineData("{\"body\":\"Another text.\",\"reason\":\"\"}", "reason")]
    [InlineData("{\"body\":\"Begin with the spine.\\n\\nPress it for a day.\\n\\nEnd with the boards.\",\"reason\":\"Why not.\"}", "body")]
    public async Task What_cannot_be_taken_is_refused_by_its_field(string body, string field)
    {
        var note = await village.Start("mia", ApiVillage.Open, "note", "Sewing a volume", Before);
        var refused = await village["otto"].Call("POST", $"notes/{note.Id}/suggestions", JsonSerializer.Deserialize<object>(body));
        Assert.Contains(field, refused.Problem(422).Json.GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Fact]
    public async Task The_same_suggestion_under_a_key_is_one()
    {
        var note = await village.Start("mia", ApiVillage.Open, "note", "Trimming a volume", Before);
        var request = new { body = Before + "\n\nTrim it.", reason = "It stands out." };
        var (first, again) = (await village["otto"].Call("POST", $"notes/{note.Id}/suggestions", request, "trim-1"), await village["otto"].Call("POST", $"notes/{note.Id}/suggestions", request, "trim-1"));
        Assert.Equal((201, first.Text), (again.Status, again.Text));
        (await village["otto"].Call("POST", $"notes/{note.Id}/suggestions", request with { reason = "Another." }, "trim-1")).Problem(422);
    }

    [Theory]
    [InlineData("gus", 404)]
    [InlineData("otto", 404)]
    [InlineData("nobody", 401)]
    public async Task Suggestions_of_a_space_out_of_reach_are_not_there(string who, int status)
    {
        var note = await village.Start("mia", ApiVillage.Closed, "note", "In the closed stack", Before);
        var made = await Suggest("mia", note.Id, "Press it in the dark.");
        foreach (var (method, path, body) in new (string, string, object?)[]
        {
            ("GET", $"notes/{note.Id}/suggestions", null), ("POST", $"notes/{note.Id}/suggestions", new { body = "Another.", reason = "Why not." }), ("GET", $"suggestions/{made}", null),
            ("PUT", $"suggestions/{made}/decision", new { accept = true }), ("DELETE", $"suggestions/{made}", null), ("GET", $"notes/{note.Id}/sources", null),
        }) Assert.Equal((path, status), (path, (await village[who].Call(method, path, body)).Status));
    }

    async Task<long> Suggest(string who, long note, string middle)
    {
        var made = await village[who].Call("POST", $"notes/{note}/suggestions", new { body = Before.Replace("Press it for a day.", middle, StringComparison.Ordinal), reason = "It came off." });
        Assert.Equal(201, made.Status);
        return made.Id;
    }
}
