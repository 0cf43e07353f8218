using Community.Governance;

namespace Community.Web.Tests.Gate;

/// <summary>Act by role by place for practice notes and what stands beside them, on pages and through the API: exactly what the table says.</summary>
[Collection(nameof(GateVillage))]
public sealed class NoteActTableTests(GateVillage village)
{
    // Columns: administrator moderator steward member author colleague guest stranger visitor; the author wrote the note, the path and the trial, the member suggested and reported.
    // Letters: o done, f 403, - 404, x 422: a form that names a space or a person out of sight comes back with the sentence for one that does not exist (and the member is no buddy of the own).
    // A program without a token gets 401 for everything.
    [Theory]
    [InlineData("take to the bench", Tier.Unit, "o-ooo-o--")]
    [InlineData("take to the bench", Tier.Public, "oooooooo-")]
    [InlineData("suggest", Tier.Unit, "o-ooo-o--")]
    [InlineData("suggest", Tier.Public, "oooooooo-")]
    [InlineData("take a suggestion", Tier.Unit, "o-ofo----")]
    [InlineData("take a suggestion", Tier.Public, "o-ofo----")]
    [InlineData("decline a suggestion", Tier.Unit, "o-ofo----")]
    [InlineData("decline a suggestion", Tier.Public, "o-ofo----")]
    [InlineData("take a suggestion back", Tier.Unit, "---o-----")]
    [InlineData("take a suggestion back", Tier.Public, "---o-----")]
    [InlineData("check", Tier.Unit, "o-ofo-f--")]
    [InlineData("check", Tier.Public, "ofofofff-")]
    [InlineData("say still true", Tier.Unit, "o-ooo-o--")]
    [InlineData("say still true", Tier.Public, "ooooooof-")]
    [InlineData("outdate", Tier.Unit, "o-ofo-f--")]
    [InlineData("outdate", Tier.Public, "ofofofff-")]
    [InlineData("dispute", Tier.Unit, "o-ofo-f--")]
    [InlineData("dispute", Tier.Public, "ofofofff-")]
    [InlineData("hand over", Tier.Unit, "o-ofo-f--")]
    [InlineData("hand over", Tier.Public, "ofofofff-")]
    [InlineData("choose the review", Tier.Unit, "o-ofo-f--")]
    [InlineData("choose the review", Tier.Public, "ofofofff-")]
    [InlineData("merge", Tier.Unit, "o-ofo-f--")]
    [InlineData("merge", Tier.Public, "ofofofff-")]
    [InlineData("undo a merge", Tier.Unit, "o-ofo-f--")]
    [InlineData("undo a merge", Tier.Public, "ofofofff-")]
    [InlineData("write a variant", Tier.Unit, "o-ooo-o--")]
    [InlineData("write a variant", Tier.Public, "ooooooof-")]
    [InlineData("loosen a variant", Tier.Unit, "o-ofo-f--")]
    [InlineData("loosen a variant", Tier.Public, "ofofofff-")]
    [InlineData("list elsewhere", Tier.Unit, "o-ofo-f--")]
    [InlineData("list elsewhere", Tier.Public, "ofofofxx-")]
    [InlineData("make a path", Tier.Unit, "oxoooxfx-")]
    [InlineData("make a path", Tier.Public, "ooooooff-")]
    [InlineData("add a station", Tier.Unit, "o-ofo-f--")]
    [InlineData("add a station", Tier.Public, "ofofofff-")]
    [InlineData("mark a station", Tier.Unit, "o-ooo-o--")]
    [InlineData("mark a station", Tier.Public, "oooooooo-")]
    [InlineData("choose a buddy", Tier.Unit, "oooxooox-")]
    [InlineData("keep a template", Tier.Unit, "o-off-f--")]
    [InlineData("keep a template", Tier.Public, "ofofffff-")]
    [InlineData("observe a trial", Tier.Unit, "o-ooo-o--")]
    [InlineData("observe a trial", Tier.Public, "ooooooof-")]
    [InlineData("decide a trial", Tier.Unit, "o-ofo-f--")]
    [InlineData("decide a trial", Tier.Public, "ofofofff-")]
    [InlineData("take a report back", Tier.Unit, "o-fof-f--")]
    [InlineData("take a report back", Tier.Public, "oofoffff-")]
    [InlineData("dismiss a task", Tier.Unit, "o-o-o----")]
    [InlineData("dismiss a task", Tier.Public, "o-o-o----")]
    public async Task An_act_on_a_note_is_for_those_whom_the_table_names(string act, Tier tier, string expected)
    {
        var acting = new NoteActing(village, tier);
        Assert.Equal(expected, await Letters(async role => await (await acting.Of(act)).OnPage(village[role], await village.Token(role))));
        if ((await acting.Of(act)).Call is null) return;

        Assert.Equal(expected[..^1] + "u", await Letters(async role => await (await acting.Of(act)).ByApi(village.Program(role))));
    }

    static async Task<string> Letters(Func<string, Task<int>> act)
    {
        var letters = "";
        foreach (var role in GateVillage.Roles)
            letters += await act(role) switch { 200 or 201 or 204 or 303 => 'o', 401 => 'u', 403 => 'f', 404 => '-', 422 => 'x', var other => throw new InvalidOperationException($"{role} gets {other}") };
        return letters;
    }
}
