using System.Net;
using System.Text.RegularExpressions;
using Community.Topics;
using Community.Web.Tests.Api;
using Community.Web.Tests.Gate;

namespace Community.Web.Tests.Suggestions;

/// <summary>Suggesting shows nobody more of a note than its page does.</summary>
[Collection(nameof(GateVillage))]
public sealed partial class SuggestionPageTests(GateVillage village)
{
    const string Words = "gluepot under the third window";

    static readonly string Unit = GateVillage.Spaces[0], Institution = GateVillage.Spaces[1];

    [Fact]
    public async Task What_a_note_quotes_from_elsewhere_is_not_shown_and_stays_as_it_is()
    {
        var hidden = await village.Opening(await Start(Unit, TopicKind.Thread, "Where it stands", Words));
        var note = await Start(Institution, TopicKind.Note, "What the binders do", $"Begin with the spine.\n\n> [!quote post={hidden} rev=1]\n> {Words}\n\nEnd with the boards.");
        var opening = await village.Opening(note);
        var (colleague, author) = (village["colleague"], village["author"]);

        var form = await colleague.Page($"/posts/{opening}/suggest");
        Assert.DoesNotContain(Words, form, StringComparison.Ordinal);
        var typed = Typed().Match(form).Groups[1].Value.Trim().Replace("the boards", "the boards and the press", StringComparison.Ordinal);
        var sent = await colleague.PostForm($"/posts/{opening}/suggest", [("Body", typed), ("Reason", "I did it yesterday."), ("BaseRevision", "1")]);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var address = sent.Headers.Location!.ToString();
        Assert.DoesNotContain(Words, await colleague.Page(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await village["member"].Status(address));
        Assert.Equal(HttpStatusCode.NotFound, await village["visitor"].Status($"/posts/{opening}/suggest"));

        await author.PostForm(address, [("Act", "all"), ("Word", "")], address);
        var text = (await village.Program("author").Read($"posts/{opening}")).Text;
        Assert.Contains(Words, text, StringComparison.Ordinal);
        Assert.Contains("the boards and the press", text, StringComparison.Ordinal);
    }

    Task<long> Start(string space, TopicKind kind, string title, string body) => village.Verb<StartTopic>().Run(village.IdOf("author"), space, kind, title, body, []);

    [GeneratedRegex("<textarea id=\"body\"[^>]*>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Typed();
}
