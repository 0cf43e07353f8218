using System.Text.Json;

namespace Community.Web.Tests.Api;

/// <summary>The bench, and what notes were made of, as programs see them.</summary>
public sealed class BenchTests(ApiVillage village) : IClassFixture<ApiVillage>
{
    const string Words = "Press F6 and set the date of yesterday before you scan the box.";

    [Fact]
    public async Task A_program_gathers_words_puts_them_in_place_and_publishes_a_note_that_knows_its_sources()
    {
        var post = await Said("mia", ApiVillage.Partners, $"{Words}\n\nThat is how it is here.");
        var taken = await village["gus"].Call("POST", "bench/passages", new { postId = post, text = Words }, "take-1");
        Assert.Equal((201, Words, "Mia Member"), (taken.Status, taken["text"].GetString(), taken["author"].GetProperty("name").GetString()));
        Assert.Equal(taken.Text, (await village["gus"].Call("POST", "bench/passages", new { postId = post, text = Words }, "take-1")).Text);

        var put = await village["gus"].Call("PUT", $"bench/passages/{taken.Id}/place", new { into = 1 });
        var piece = Assert.Single(put["sections"][1].GetProperty("pieces").EnumerateArray());
        Assert.Equal(taken.Id, piece.GetProperty("passageId").GetInt64());
        var kept = await village["gus"].Call("PUT", "bench", new { title = "Evening returns", space = ApiVillage.Partners, tags = new[] { "returns" }, pieces = new[] { new { id = piece.GetProperty("id").GetInt64(), body = Words + " It takes ten minutes." } } });
        Assert.Equal(("Evening returns", ApiVillage.Partners, "returns"), (kept["title"].GetString(), kept["space"].GetString(), kept["tags"][0].GetString()));

        var note = await village["gus"].Call("POST", "bench/note", null, "publish-1");
        Assert.Equal((201, "note", "Evening returns", $"/api/v1/topics/{note.Id}"), (note.Status, note["kind"].GetString(), note["title"].GetString(), note.Message.Headers.Location!.ToString()));
        Assert.Equal(note.Id, (await village["gus"].Call("POST", "bench/note", null, "publish-1")).Id);
        (await village["gus"].Call("POST", "bench/note", null, "publish-2")).Problem(409);
        Assert.Equal(0, (await village["gus"].Read("bench"))["passages"].GetArrayLength());

        var sources = await village["mia"].Read($"notes/{note.Id}/sources");
        Assert.Equal((1, Words + " It takes ten minutes."), (sources["total"].GetInt32(), sources["items"][0].GetProperty("body").GetString()));
        Assert.Equal((post, "sound", "Mia Member"), Source(sources));
        await village["mia"].Call("DELETE", $"posts/{post}");
        await village.Site.Quiet();
        var gone = await village["gus"].Read($"notes/{note.Id}/sources");
        Assert.Equal((post, "gone", null), Source(gone));
        Assert.DoesNotContain("yesterday", gone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_out_of_sight_by_now_is_not_on_the_bench()
    {
        var topic = await village.Start("otto", ApiVillage.Open, "thread", "Whose title was taken back", "It begins.");
        var reply = (await village["otto"].Call("POST", $"topics/{topic.Id}/posts", new { body = "A word that stays.", role = "reply" })).Id;
        var post = await Said("otto", ApiVillage.Open, "A word that goes.");
        foreach (var id in new[] { reply, post }) Assert.Equal(201, (await village["mia"].Call("POST", "bench/passages", new { postId = id })).Status);

        await village["otto"].Call("DELETE", $"posts/{topic["posts"][0].GetProperty("id").GetInt64()}");
        await village["otto"].Call("DELETE", $"posts/{post}");
        var bench = await village["mia"].Read("bench");
        Assert.Equal(["A word that stays.", null], bench["passages"].EnumerateArray().Select(passage => passage.GetProperty("text").GetString()));
        Assert.DoesNotContain("taken back", bench.Text, StringComparison.Ordinal);
        foreach (var passage in bench["passages"].EnumerateArray()) Assert.Equal(204, (await village["mia"].Call("DELETE", $"bench/passages/{passage.GetProperty("id").GetInt64()}")).Status);
    }

    [Fact]
    public async Task A_bench_is_its_persons_alone_and_takes_only_what_that_one_reads()
    {
        var closed = await Said("mia", ApiVillage.Closed, "Behind the door.");
        var passage = (await village["mia"].Call("POST", "bench/passages", new { postId = closed })).Id;

        Assert.Equal(0, (await village["otto"].Read("bench"))["passages"].GetArrayLength());
        (await village["otto"].Call("POST", "bench/passages", new { postId = closed })).Problem(404);
        (await village["otto"].Call("PUT", $"bench/passages/{passage}/place", new { into = 0 })).Problem(404);
        (await village["otto"].Call("DELETE", $"bench/passages/{passage}")).Problem(404);
        (await village["nobody"].Read("bench")).Problem(401);
        Assert.Equal(204, (await village["mia"].Call("DELETE", $"bench/passages/{passage}")).Status);
    }

    [Theory]
    [InlineData("POST", "bench/passages", "{}", "postId")]
    [InlineData("POST", "bench/passages", "{\"postId\":POST,\"text\":\"What nobody said.\"}", "text")]
    [InlineData("PUT", "bench", "{\"title\":\"LONG\"}", "title")]
    [InlineData("PUT", "bench/passages/PASSAGE/place", "{\"into\":99}", "into")]
    public async Task What_cannot_be_taken_is_refused_by_its_field(string method, string path, string body, string field)
    {
        var post = await Said("otto", ApiVillage.Open, "What was said.");
        var passage = (await village["otto"].Call("POST", "bench/passages", new { postId = post })).Id;
        string Filled(string text) => text.Replace("POST", $"{post}", StringComparison.Ordinal).Replace("PASSAGE", $"{passage}", StringComparison.Ordinal).Replace("LONG", new string('x', 201), StringComparison.Ordinal);

        var refused = await village["otto"].Call(method, Filled(path), JsonSerializer.Deserialize<object>(Filled(body)));
        Assert.Contains(field, refused.Problem(422).Json.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        await village["otto"].Call("DELETE", $"bench/passages/{passage}");
    }

    async Task<long> Said(string who, string space, string words) => (await village.Start(who, space, "thread", "How do we handle returns?", words))["posts"][0].GetProperty("id").GetInt64();

    static (long PostId, string? State, string? Author) Source(Calling.Answer sources)
    {
        var source = Assert.Single(sources["items"][0].GetProperty("sources").EnumerateArray());
        return (source.GetProperty("postId").GetInt64(), source.GetProperty("state").GetString(), source.GetProperty("author").ValueKind == JsonValueKind.Null ? null : source.GetProperty("author").GetProperty("name").GetString());
    }
}
