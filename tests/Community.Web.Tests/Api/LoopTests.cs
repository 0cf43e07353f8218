using System.Globalization;

namespace Community.Web.Tests.Api;

/// <summary>What closes the loop, as programs see it: by when a question is needed, which note answers it, and who found it before they asked.</summary>
public sealed class LoopTests(ApiVillage village) : IClassFixture<ApiVillage>
{
    [Fact]
    public async Task A_question_says_by_when_it_is_needed()
    {
        var question = await village.Start("mia", ApiVillage.Open);
        var day = DateTime.UtcNow.AddDays(12).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal(204, (await village["mia"].Call("PUT", $"questions/{question.Id}/need", new { neededBy = day, needReason = "The audit is then." })).Status);
        var read = await village["otto"].Read($"topics/{question.Id}");
        Assert.Equal((day, "The audit is then."), (read["neededBy"].GetString(), read["needReason"].GetString()));

        (await village["mia"].Call("PUT", $"questions/{question.Id}/need", new { neededBy = "2020-01-01", needReason = "Late." })).Problem(422);
        (await village["mia"].Call("PUT", $"questions/{question.Id}/need", new { neededBy = day, needReason = "" })).Problem(422);
        (await village["otto"].Call("DELETE", $"questions/{question.Id}/need")).Problem(403);
        Assert.Equal(204, (await village["mia"].Call("DELETE", $"questions/{question.Id}/need")).Status);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await village["otto"].Read($"topics/{question.Id}"))["neededBy"].ValueKind);
    }

    [Fact]
    public async Task Notes_and_questions_show_each_other_to_those_who_may_see_both()
    {
        var question = await village.Start("mia", ApiVillage.Open, title: "Which paper for wet volumes?");
        var (shown, closed) = (await village.Start("mia", ApiVillage.Open, "note", "Paper for wet volumes"), await village.Start("mia", ApiVillage.Closed, "note", "Where the paper is kept"));
        foreach (var note in new[] { shown, closed }) Assert.Equal(204, (await village["mia"].Call("PUT", $"questions/{question.Id}/notes/{note.Id}")).Status);

        Assert.Equal([shown.Id, closed.Id], await Ids("mia", $"questions/{question.Id}/notes"));
        Assert.Equal([shown.Id], await Ids("otto", $"questions/{question.Id}/notes"));
        Assert.Equal([question.Id], await Ids("otto", $"notes/{shown.Id}/questions"));
        (await village["otto"].Read($"notes/{closed.Id}/questions")).Problem(404);
        (await village["otto"].Read($"questions/{shown.Id}/notes")).Problem(404);

        (await village["otto"].Call("DELETE", $"questions/{question.Id}/notes/{shown.Id}")).Problem(403);
        (await village["otto"].Call("DELETE", $"questions/{question.Id}/notes/{closed.Id}")).Problem(404);
        Assert.Equal(204, (await village["mia"].Call("DELETE", $"questions/{question.Id}/notes/{shown.Id}")).Status);
        Assert.Empty(await Ids("otto", $"questions/{question.Id}/notes"));
    }

    [Fact]
    public async Task A_find_counts_once_a_person_and_day_and_can_be_taken_back_by_that_person_alone()
    {
        var note = await village.Start("mia", ApiVillage.Open, "note", "Drying by fans");
        var made = await village["otto"].Call("POST", $"topics/{note.Id}/finds", new { words = "How do I dry it?" });
        Assert.Equal((201, made.Id), (made.Status, (await village["otto"].Call("POST", $"topics/{note.Id}/finds", new { })).Id));
        Assert.Equal(1, (await village["mia"].Read($"topics/{note.Id}/finds"))["people"].GetInt32());

        (await village["mia"].Call("DELETE", $"finds/{made.Id}")).Problem(404);
        Assert.Equal(204, (await village["otto"].Call("DELETE", $"finds/{made.Id}")).Status);
        Assert.Equal(0, (await village["mia"].Read($"topics/{note.Id}/finds"))["people"].GetInt32());
        var closed = await village.Start("mia", ApiVillage.Closed, "note", "Drying in the cellar");
        (await village["otto"].Call("POST", $"topics/{closed.Id}/finds", new { })).Problem(404);
        (await village["otto"].Read($"topics/{closed.Id}/finds")).Problem(404);
    }

    async Task<IEnumerable<long>> Ids(string who, string path) => (await village[who].Read(path))["items"].EnumerateArray().Select(item => item.GetProperty("id").GetInt64()).Order();
}
