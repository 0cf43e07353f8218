using Community.Topics;

namespace Community.Web.Tests.Gate;

/// <summary>No order of acts gets around what a thing's state allows, on pages and through the API, by those who could do it otherwise.</summary>
[Collection(nameof(GateVillage))]
public sealed class WorkflowTests(GateVillage village)
{
    [Theory]
    [InlineData("withdrawn", "member", "revise", 409)]
    [InlineData("withdrawn", "member", "bring back an old text", 409)]
    [InlineData("withdrawn", "moderator", "revise", 409)]
    [InlineData("withdrawn", "moderator", "bring back an old text", 404)]
    [InlineData("withdrawn", "member", "withdraw", 409)]
    [InlineData("withdrawn", "colleague", "vote", 409)]
    [InlineData("withdrawn", "colleague", "comment", 409)]
    [InlineData("withdrawn", "colleague", "report", 409)]
    [InlineData("removed", "author", "report", 409)]
    [InlineData("withdrawn", "author", "accept", 422)]
    [InlineData("withdrawn", "moderator", "remove", 409)]
    [InlineData("withdrawn", "moderator", "reinstate", 409)]
    [InlineData("withdrawn", "moderator", "restore", 403)]
    [InlineData("withdrawn", "author", "restore", 403)]
    [InlineData("removed", "member", "revise", 409)]
    [InlineData("removed", "member", "bring back an old text", 409)]
    [InlineData("removed", "member", "withdraw", 409)]
    [InlineData("removed", "member", "restore", 409)]
    [InlineData("removed", "member", "reinstate", 403)]
    [InlineData("removed", "colleague", "vote", 409)]
    [InlineData("removed", "moderator", "comment", 409)]
    [InlineData("removed", "author", "accept", 422)]
    [InlineData("removed", "administrator", "accept", 422)]
    [InlineData("removed", "moderator", "remove", 409)]
    [InlineData("closed", "colleague", "answer", 409)]
    [InlineData("closed", "colleague", "comment", 409)]
    [InlineData("closed", "administrator", "answer", 409)]
    [InlineData("closed", "author", "close", 409)]
    [InlineData("closed", "member", "reopen", 403)]
    [InlineData("closed", "colleague", "reopen", 403)]
    [InlineData("open", "author", "reopen", 409)]
    [InlineData("open", "member", "accept", 403)]
    [InlineData("open", "colleague", "accept nothing", 403)]
    [InlineData("open", "colleague", "close", 403)]
    [InlineData("open", "colleague", "revise", 403)]
    [InlineData("open", "author", "revise", 403)]
    [InlineData("open", "author", "withdraw", 403)]
    [InlineData("open", "moderator", "withdraw", 403)]
    [InlineData("open", "author", "unname", 403)]
    [InlineData("open", "member", "unname", 422)]
    [InlineData("open", "author", "remove", 403)]
    [InlineData("open", "member", "vote", 403)]
    [InlineData("open", "member", "reply", 422)]
    [InlineData("open", "author", "keep", 422)]
    [InlineData("open", "author", "pin", 403)]
    [InlineData("open", "author", "move", 403)]
    [InlineData("open", "author", "reinstate", 403)]
    [InlineData("open", "moderator", "reinstate", 409)]
    [InlineData("open", "member", "restore", 409)]
    [InlineData("accepted", "member", "accept nothing", 403)]
    [InlineData("accepted", "colleague", "accept nothing", 403)]
    [InlineData("elsewhere", "author", "accept", 422)]
    [InlineData("elsewhere", "colleague", "comment", 422)]
    [InlineData("out of reach", "moderator", "accept", 404)]
    [InlineData("out of reach", "colleague", "comment", 404)]
    public async Task What_the_state_forbids_is_refused_and_changes_nothing(string state, string role, string act, int status)
    {
        var (topic, answer) = await In(state);
        var acting = Acting.Of(act, topic, answer, GateVillage.Spaces[3]);
        var token = await village.Token(role);
        var before = await Rows.Of(village.Site);

        Assert.Equal(status, await acting.OnPage(village[role], token));
        if (acting.Call is not null) Assert.Equal(status, await acting.ByApi(village.Program(role)));

        Assert.Equal(before, await Rows.Of(village.Site));
    }

    /// <summary>A question by the author, and in it an answer by the member; the answer is another question's, or in a space out of reach, where the state says so.</summary>
    async Task<(long Topic, long Answer)> In(string state)
    {
        var (author, member) = (village.IdOf("author"), village.IdOf("member"));
        var topic = await village.Start(GateVillage.Spaces[1], "A question that is " + state, TopicKind.Question);
        var there = state is "elsewhere" or "out of reach" ? await village.Start(GateVillage.Spaces[state == "elsewhere" ? 1 : 0], "Another question", TopicKind.Question) : topic;
        var answer = await village.Verb<AddPost>().Run(member, there, Part.Answer, null, "An answer.");
        if (state is "withdrawn" or "removed") await village.Verb<RevisePost>().Run(member, answer, new Edit("An answer, revised.", "", null));
        await (state switch
        {
            "withdrawn" => village.Verb<WithdrawPost>().Run(member, answer),
            "removed" => village.Verb<RemovePost>().Run(village.IdOf("moderator"), answer, "Off topic."),
            "closed" => village.Verb<CloseTopic>().Run(author, topic, Outcome.Nothing, "No more is known."),
            "accepted" => village.Verb<Questions.AcceptAnswer>().Run(author, topic, answer),
            _ => Task.CompletedTask,
        });
        return (topic, answer);
    }
}
