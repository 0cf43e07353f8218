using System.Net;
using Community.Spaces;
using Community.Web.Tests.Api;
using Community.Web.Tests.Gate;

namespace Community.Web.Tests.Leaks;

/// <summary>Surface by role for what stands around a note: margin, sources, banner, history, suggestions, variants, trials, paths, links, care, files and calls say nothing of what the reader may not read.</summary>
public sealed class NoteLeakTests(NoteStage stage) : IClassFixture<NoteStage>
{
    /// <summary>What begins with /api is called by a program.</summary>
    static readonly string[] Surfaces =
    [
        "/notes/{note}/x", "/notes/{note}/x.md", "/notes/{into}/x", "/notes/{merged}/x", "/notes/{merged}/x?kept=true", "/threads/{thread}/x", "/posts/{thread}/fragment", "/posts/{opening}/fragment", "/topics/{note}/head",
        "/posts/{opening}/history", "/posts/{opening}/history?from=0&to=1", "/posts/{opening}/history?from=1&to=2", "/posts/{opening}/history?from=1&to=2&view=source", "/posts/{opening}/lines", "/posts/{opening}/edit",
        "/posts/{opening}/suggest", "/posts/{opening}/suggestions", "/suggestions/{suggestion}", "/notes/{note}/links", "/notes/wanted", "/notes/names?q=w", "/notes/named?title=wombatmerged",
        "/notes/{note}/variant", "/notes/{note}/differences", "/notes/{variant}/differences", "/notes/{variant}/x", "/notes/{note}/merge", "/topics/{note}/care", "/due", "/due?of=spaces", "/due/orphans", "/tasks",
        "/trials", "/trials/{trial}", "/trials?space=gate-public", "/paths", "/paths/{path}", "/paths/keep/{path}", "/paths/new", "/paths/buddies", "/bench", "/posts/{opening}/reports", "/posts/{opening}/reports/strip",
        "/notes", "/", "/unread", "/notifications", "/spaces/gate-public", "/spaces/gate-public/templates", "/feed.atom", "/spaces/gate-public/feed.atom", "/search?q=binding+torn", "/search?q=paste+joint", "/experts?q=binding+torn", "/topics/{note}/related/fragment",
        "/api/v1/topics/{note}", "/api/v1/notes/{note}/markdown", "/api/v1/notes/{note}/links", "/api/v1/notes/{note}/sources", "/api/v1/notes/{note}/suggestions", "/api/v1/suggestions/{suggestion}", "/api/v1/notes/wanted", "/api/v1/posts/{opening}/revisions",
        "/api/v1/posts/{opening}/reports", "/api/v1/bench", "/api/v1/paths", "/api/v1/paths/{path}", "/api/v1/trials", "/api/v1/search?q=binding+torn", "/api/v1/experts?q=binding+torn", "/api/v1/topics?limit=100", "/api/v1/events?limit=100",
    ];

    [Theory]
    [InlineData("administrator"), InlineData("moderator"), InlineData("steward"), InlineData("member"), InlineData("author"), InlineData("colleague"), InlineData("guest"), InlineData("stranger"), InlineData("visitor")]
    public async Task No_surface_of_a_note_tells_what_is_not_for_the_reader(string role)
    {
        var leaks = new List<string>();
        foreach (var surface in Surfaces)
        {
            var seen = await Seen(surface, stage.Gate[role], stage.Gate.Program(role));
            leaks.AddRange(stage.Words.Where(word => !NoteStage.IsFor(word.Value, role) && seen.Contains(word.Key, StringComparison.OrdinalIgnoreCase)).Select(word => $"{surface} shows {word.Key}"));
        }

        Assert.True(leaks.Count == 0, $"{role}:\n" + string.Join('\n', leaks));
    }

    /// <summary>What shows nothing to anybody would prove nothing.</summary>
    [Fact]
    public async Task Every_word_stands_somewhere_for_those_who_may_read_it()
    {
        foreach (var role in new[] { "author", "member" })
        {
            var seen = "";
            foreach (var surface in Surfaces) seen += await Seen(surface, stage.Gate[role], stage.Gate.Program(role));
            Assert.Equal([], stage.Words.Where(word => NoteStage.IsFor(word.Value, role) && !seen.Contains(word.Key, StringComparison.OrdinalIgnoreCase)).Select(word => $"{role} {word.Key}"));
        }
    }

    [Fact]
    public async Task Who_is_taken_out_of_the_space_sees_nothing_of_it_with_the_next_request()
    {
        var (admin, closed) = (stage.Gate.IdOf("administrator"), GateVillage.Spaces[0]);
        var lou = await stage.Gate.Site.Person("Lou Leaver");
        await stage.Gate.Verb<EnrolPerson>().Run(admin, closed, lou, false);
        using var browser = await stage.Gate.Site.SignedIn("Lou Leaver");
        using var program = await stage.Gate.Site.Program(lou);
        Assert.Contains("wombatsource", await All(), StringComparison.OrdinalIgnoreCase);

        await stage.Gate.Verb<DismissPerson>().Run(admin, closed, lou);
        var seen = await All();
        Assert.Equal([], stage.Words.Keys.Where(word => seen.Contains(word, StringComparison.OrdinalIgnoreCase)));

        async Task<string> All()
        {
            var text = "";
            foreach (var surface in Surfaces) text += await Seen(surface, browser, program);
            return text;
        }
    }

    /// <summary>The answer, and where it leads, without what was typed.</summary>
    async Task<string> Seen(string surface, HttpClient browser, HttpClient program)
    {
        var path = stage.Address(surface);
        var answer = await (path.StartsWith("/api/", StringComparison.Ordinal) ? program : browser).GetAsync(new Uri(path, UriKind.Relative));
        Assert.True((int)answer.StatusCode < 500, $"{path} answers {answer.StatusCode}");
        var text = WebUtility.HtmlDecode(WebUtility.UrlDecode(await answer.Text() + answer.Headers.Location));
        if (answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found && answer.Headers.Location is { } there)
            text += WebUtility.HtmlDecode(await (await browser.GetAsync(new Uri(there.ToString().Split('#')[0], UriKind.Relative))).Text());
        return path.Contains("title=", StringComparison.Ordinal) ? text.Replace(path[(path.IndexOf("title=", StringComparison.Ordinal) + "title=".Length)..], "", StringComparison.OrdinalIgnoreCase) : text;
    }
}
