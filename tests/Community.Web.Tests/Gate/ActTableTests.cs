using Community.Governance;
using Community.Topics;
using Community.Web.Tests.Api;

namespace Community.Web.Tests.Gate;

/// <summary>Act by role by place, on pages and through the API: exactly what the table says. Everybody acts on a question of their own making, so that none meets what another did.</summary>
[Collection(nameof(GateVillage))]
public sealed class ActTableTests(GateVillage village)
{
    // Columns: administrator moderator steward member author colleague guest stranger visitor; the author asks, the member answers, and the acts are on the answer.
    // Letters: o done, f 403, - 404; a program without a token gets 401 for everything.
    [Theory]
    [InlineData("start", Tier.Unit, "o-ooo-o--")]
    [InlineData("start", Tier.Institution, "oooooo---")]
    [InlineData("start", Tier.Partners, "ooooooo--")]
    [InlineData("start", Tier.Public, "ooooooof-")]
    [InlineData("answer", Tier.Unit, "o-ooo-o--")]
    [InlineData("answer", Tier.Institution, "oooooo---")]
    [InlineData("answer", Tier.Partners, "ooooooo--")]
    [InlineData("answer", Tier.Public, "ooooooof-")]
    [InlineData("comment", Tier.Unit, "o-ooo-o--")]
    [InlineData("comment", Tier.Institution, "oooooo---")]
    [InlineData("comment", Tier.Public, "ooooooof-")]
    [InlineData("report", Tier.Unit, "o-ooo-o--")]
    [InlineData("report", Tier.Institution, "oooooo---")]
    [InlineData("report", Tier.Partners, "ooooooo--")]
    [InlineData("report", Tier.Public, "ooooooof-")]
    [InlineData("try", Tier.Unit, "o-ooo-o--")]
    [InlineData("try", Tier.Institution, "oooooo---")]
    [InlineData("try", Tier.Public, "ooooooof-")]
    [InlineData("vote", Tier.Unit, "o-ofo-o--")]
    [InlineData("vote", Tier.Institution, "ooofoo---")]
    [InlineData("vote", Tier.Public, "ooofooof-")]
    [InlineData("mark helpful", Tier.Unit, "o-ofo-o--")]
    [InlineData("mark helpful", Tier.Institution, "ooofoo---")]
    [InlineData("mark helpful", Tier.Public, "ooofooof-")]
    [InlineData("take a mark back", Tier.Unit, "o-ooo-o--")]
    [InlineData("take a mark back", Tier.Public, "oooooooo-")]
    [InlineData("have the question", Tier.Unit, "o-oof-o--")]
    [InlineData("have the question", Tier.Institution, "oooofo---")]
    [InlineData("have the question", Tier.Public, "oooofoof-")]
    [InlineData("have it no longer", Tier.Unit, "o-ooo-o--")]
    [InlineData("have it no longer", Tier.Public, "oooooooo-")]
    [InlineData("revise", Tier.Unit, "o-fof-f--")]
    [InlineData("revise", Tier.Institution, "oofoff---")]
    [InlineData("revise", Tier.Public, "oofoffff-")]
    [InlineData("bring back an old text", Tier.Unit, "o-fof-f--")]
    [InlineData("bring back an old text", Tier.Public, "oofoffff-")]
    [InlineData("withdraw", Tier.Unit, "f-fof-f--")]
    [InlineData("withdraw", Tier.Institution, "fffoff---")]
    [InlineData("withdraw", Tier.Public, "fffoffff-")]
    [InlineData("accept", Tier.Unit, "o-ofo-f--")]
    [InlineData("accept", Tier.Institution, "ooofof---")]
    [InlineData("accept", Tier.Public, "ooofofff-")]
    [InlineData("bookmark", Tier.Unit, "o-ooo-o--")]
    [InlineData("bookmark", Tier.Public, "oooooooo-")]
    [InlineData("remove", Tier.Unit, "o-fff-f--")]
    [InlineData("remove", Tier.Public, "ooffffff-")]
    [InlineData("close", Tier.Unit, "o-ofo-f--")]
    [InlineData("close", Tier.Public, "ooofofff-")]
    [InlineData("mark as asked before", Tier.Unit, "o-ofo-f--")]
    [InlineData("mark as asked before", Tier.Public, "ooofofff-")]
    [InlineData("say when it is needed", Tier.Unit, "o-ofo-f--")]
    [InlineData("say when it is needed", Tier.Institution, "ooofof---")]
    [InlineData("say when it is needed", Tier.Public, "ooofofff-")]
    [InlineData("need it by no day", Tier.Unit, "o-ofo-f--")]
    [InlineData("need it by no day", Tier.Public, "ooofofff-")]
    [InlineData("say that a note answers", Tier.Unit, "o-ofo-f--")]
    [InlineData("say that a note answers", Tier.Public, "ooofofff-")]
    [InlineData("say that no note answers", Tier.Unit, "o-ofo-f--")]
    [InlineData("say that no note answers", Tier.Public, "ooofofff-")]
    [InlineData("find", Tier.Unit, "o-ooo-o--")]
    [InlineData("find", Tier.Institution, "oooooo---")]
    [InlineData("find", Tier.Public, "oooooooo-")]
    [InlineData("convert", Tier.Unit, "o-ofo-f--")]
    [InlineData("convert", Tier.Public, "ooofofff-")]
    [InlineData("split", Tier.Unit, "o-off-f--")]
    [InlineData("split", Tier.Public, "ooofffff-")]
    [InlineData("pin", Tier.Unit, "o-off-f--")]
    [InlineData("pin", Tier.Public, "ooofffff-")]
    [InlineData("move", Tier.Unit, "o-fff-f--")]
    [InlineData("move", Tier.Public, "ooffffff-")]
    public async Task An_act_is_for_those_whom_the_table_names(string act, Tier tier, string expected)
    {
        Assert.Equal(expected, await Letters(act, tier, async (doing, role) => await doing.OnPage(village[role], await village.Token(role))));
        if (Acting.Of(act, 1, 1, "").Call is null) return;

        Assert.Equal(expected[..^1] + "u", await Letters(act, tier, (doing, role) => doing.ByApi(village.Program(role))));
    }

    // The same for reading through the API.
    [Theory]
    [InlineData(Tier.Unit, "o-ooo-o-u")]
    [InlineData(Tier.Institution, "oooooo--u")]
    [InlineData(Tier.Partners, "ooooooo-u")]
    [InlineData(Tier.Public, "oooooooou")]
    public async Task A_call_reads_what_its_person_may_read(Tier tier, string expected)
    {
        var (topic, answer) = await Asked(tier);
        var space = GateVillage.Spaces[(int)tier];
        foreach (var path in new[] { $"topics/{topic}", $"topics/{topic}/posts", $"posts/{answer}", $"posts/{answer}/revisions", $"topics?space={space}" })
        {
            var letters = "";
            foreach (var role in GateVillage.Roles) letters += Letter((await village.Program(role).Read(path)).Status);
            Assert.Equal((path, expected), (path, letters));
        }
    }

    async Task<string> Letters(string act, Tier tier, Func<Acting, string, Task<int>> run)
    {
        var letters = "";
        foreach (var role in GateVillage.Roles)
        {
            var (topic, answer) = await Asked(tier);
            // A moderator moves to where everybody may write; all others may try the same.
            var other = act switch
            {
                "mark as asked before" => (await Asked(tier)).Topic,
                "say that a note answers" or "say that no note answers" => await village.Start(GateVillage.Spaces[(int)tier], "A note of it", TopicKind.Note),
                _ => answer,
            };
            var status = await run(Acting.Of(act, topic, other, act == "move" ? GateVillage.Spaces[tier == Tier.Public ? 1 : 3] : GateVillage.Spaces[(int)tier]), role);
            // A form that names a space or a note out of sight comes back with the sentence for one that does not exist.
            letters += act is "start" or "try" or "say that a note answers" && status == 422 ? '-' : Letter(status);
        }

        return letters;
    }

    async Task<(long Topic, long Answer)> Asked(Tier tier)
    {
        var topic = await village.Start(GateVillage.Spaces[(int)tier], "To be acted on", TopicKind.Question);
        return (topic, await village.Verb<AddPost>().Run(village.IdOf("member"), topic, Part.Answer, null, "An answer."));
    }

    static char Letter(int status) => status switch { 200 or 201 or 204 or 303 => 'o', 401 => 'u', 403 => 'f', 404 => '-', _ => throw new InvalidOperationException($"{status}") };
}
