namespace Community.Web.Tests.Api;

/// <summary>A request with a key may be sent again.</summary>
public sealed class OnceTests(ApiVillage village) : IClassFixture<ApiVillage>
{
    [Fact]
    public async Task Fifty_at_once_are_one_post_and_get_the_same_answer()
    {
        var topic = await village.Start("otto", ApiVillage.Open, "thread");
        var before = topic["posts"].GetArrayLength();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => village["mia"].Call("POST", $"topics/{topic.Id}/posts", new { body = "Once.", role = "reply" }, "fifty")));

        Assert.All(answers, answer => Assert.Equal((201, answers[0].Text, answers[0].Message.Headers.Location), (answer.Status, answer.Text, answer.Message.Headers.Location)));
        Assert.Equal(before + 1, (await village["mia"].Read($"topics/{topic.Id}"))["posts"].GetArrayLength());
    }

    [Fact]
    public async Task The_same_topic_under_a_key_is_one_and_another_one_is_refused()
    {
        var request = new { space = "open", kind = "note", title = "Once", body = "One." };
        var first = await village["mia"].Call("POST", "topics", request, "note-1");
        var again = await village["mia"].Call("POST", "topics", request, "note-1");
        Assert.Equal((201, 201, first.Text), (first.Status, again.Status, again.Text));

        var other = (await village["mia"].Call("POST", "topics", request with { body = "Two." }, "note-1")).Problem(422);
        Assert.NotEqual("", other["errors"].GetProperty("idempotencyKey")[0].GetString());
        Assert.NotEqual(first.Id, (await village["otto"].Call("POST", "topics", request, "note-1")).Id);
        (await village["mia"].Call("POST", "topics", request, new string('k', 201))).Problem(422);
    }

    [Fact]
    public async Task The_first_answer_is_given_again_only_while_it_is_in_sight()
    {
        var request = new { space = ApiVillage.Partners, kind = "thread", title = "Gone", body = "One." };
        var first = await village["gus"].Call("POST", "topics", request, "gone-1");
        await village.Site.Verb<Community.Spaces.DismissPerson>().Run(village.Site.AdministratorId, ApiVillage.Partners, village.IdOf("gus"));

        (await village["gus"].Call("POST", "topics", request, "gone-1")).Problem(404);
        Assert.Equal(201, first.Status);
    }
}
