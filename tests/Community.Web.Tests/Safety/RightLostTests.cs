using System.Net;
using System.Text;
using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Topics;
using Community.Web.Tests.Api;
using Community.Web.Tests.Attachments;
using Community.Web.Tests.Live;

namespace Community.Web.Tests.Safety;

/// <summary>A word that one could find a moment ago: when the right is lost, it is gone everywhere within a second.</summary>
public sealed class RightLostTests(LiveVillage village) : IClassFixture<LiveVillage>
{
    [Theory]
    [InlineData("is dismissed")]
    [InlineData("the space closes")]
    [InlineData("the open space closes")]
    [InlineData("the topic moves")]
    [InlineData("the post is withdrawn")]
    [InlineData("the post is removed")]
    [InlineData("becomes a guest")]
    public async Task Gone_from_every_page_and_completion_within_a_second(string what)
    {
        var (site, admin) = (village.Site, village.Site.AdministratorId);
        var word = "numbat" + string.Concat(what.Where(char.IsLetter));
        var slug = "lost-" + what.Replace(' ', '-');
        var (author, reader) = (await site.Person("Author when " + what), await site.Person("Reader when " + what));
        var (closed, isOpen) = (what is "is dismissed", what is "the open space closes" or "the post is withdrawn");
        await site.Verb<MakeSpace>().Run(admin, slug, "When " + what, "", closed ? Tier.Unit : isOpen ? Tier.Public : Tier.Institution);
        foreach (var person in closed ? new[] { author, reader } : []) await site.Verb<EnrolPerson>().Run(admin, slug, person, false);
        using var writer = await site.SignedIn("Author when " + what);
        var file = await writer.Uploaded($"{word}.pdf", Encoding.ASCII.GetBytes($"%PDF-1.4 {word}"));
        var topic = await site.Verb<StartTopic>().Run(author, slug, TopicKind.Thread, $"About {word}", $"A text with {word}text in it. [The list]({file})", [word + "-tag"]);
        var post = await site.Store.Read(db => Task.FromResult(db.Posts.Single(p => p.TopicId == topic).Id));
        await site.Verb<SaveDraft>().Run(reader, DraftPlace.ReplyIn(topic), new DraftText("Mine, and not written yet."), null);
        using var browser = await site.SignedIn("Reader when " + what);
        using var program = await site.Program(reader);
        using var visitor = site.Visitor();
        // Who may not see a post may still see that it stood there; these are where its words are.
        string[] pages =
        [
            $"/search?q={word}text", $"/search?q=about+{word}", $"/search?q=tag:{word}-tag", $"/search?tag={word}-tag", $"/search/similar?title=about+{word}", $"/search/instant?q={word[..^1]}", $"/search/instant?q=about+{word[..^2]}", $"/search?q={word[..^1]}", $"/tags/names?q={word}", "/", "/tags", "/threads", "/unread", "/drafts", $"/spaces/{slug}", $"/tags/{word}-tag",
            $"/search?q={word}text", $"/search?q=about+{word}", $"/search?q=tag:{word}-tag", $"/search?tag={word}-tag", $"/experts?q={word}text", $"/search/similar?title=about+{word}", $"/tags/names?q={word}", "/", "/tags", "/threads", "/unread", "/drafts", $"/spaces/{slug}", $"/tags/{word}-tag",
            $"/posts/{post}/fragment", $"/posts/{post}/history", $"/topics/{topic}/head", $"/threads/{topic}", $"/people/{author}", $"/people/names?q=author+when&topic={topic}", file,
        ];
        string[] calls =
        [
            "topics?limit=100", $"topics?tag={word}-tag", $"topics/{topic}", $"topics/{topic}/posts", $"posts/{post}", $"posts/{post}/revisions", $"search?q={word}text", $"search?q=tag:{word}-tag", $"similar?title=about+{word}", $"experts?q={word}text", "events?limit=100", "spaces",
        ];
        string[] open = isOpen ? [.. pages.Where(page => page is not ("/unread" or "/drafts"))] : [];
        async Task<List<string>> Everywhere() => [.. await Shown(browser, pages, word), .. await Shown(program, calls.Select(call => "/api/v1/" + call), word), .. (await Shown(visitor, open, word)).Select(page => "a visitor's " + page)];
        for (var i = 0; i < 100 && (await Shown(browser, pages[..1], word)).Count == 0; i++) await Task.Delay(50, TestContext.Current.CancellationToken);
        var before = await Everywhere();
        Assert.True(before.Count >= (isOpen ? 35 : 25), string.Join('\n', before));

        await (what switch
        {
            "is dismissed" => site.Verb<DismissPerson>().Run(admin, slug, reader),
            "the space closes" or "the open space closes" => site.Verb<RecharterSpace>().Run(admin, slug, "When " + what, "", Tier.Unit),
            "the topic moves" => site.Verb<MoveTopic>().Run(admin, topic, "staff-matters"),
            "the post is withdrawn" => site.Verb<WithdrawPost>().Run(author, post),
            "the post is removed" => site.Verb<RemovePost>().Run(admin, post, "Not for here."),
            _ => site.Verb<ChangeRole>().Run(admin, reader, Role.Guest),
        });
        await Task.Delay(1_000, TestContext.Current.CancellationToken);

        using var again = what == "becomes a guest" ? await site.SignedIn("Reader when " + what) : null;
        var after = await Shown(again ?? browser, pages, word);
        after.AddRange(await Shown(program, calls.Select(call => "/api/v1/" + call), word));
        after.AddRange(await Shown(visitor, open, word));
        Assert.True(after.Count == 0, string.Join('\n', after));
    }

    /// <summary>The places that say the word, leaving out what the reader typed.</summary>
    static async Task<List<string>> Shown(HttpClient browser, IEnumerable<string> places, string word)
    {
        var shown = new List<string>();
        foreach (var place in places)
        {
            var answer = await browser.GetAsync(new Uri(place, UriKind.Relative));
            if (answer.Headers.Location is { } there) answer = await browser.GetAsync(there);
            // What the reader typed is in the addresses to sign in and come back, in the field and the heading.
            var text = WebUtility.UrlDecode(await answer.Text()).Replace(WebUtility.UrlDecode(place), "", StringComparison.OrdinalIgnoreCase);
            foreach (var own in new[] { $"{word}text", $"about {word}", $"tag:{word}-tag" })
                text = text.Replace($"value=\"{own}\"", "", StringComparison.OrdinalIgnoreCase).Replace($"“{own}”", "", StringComparison.OrdinalIgnoreCase);
            // What is typed is also offered as a question's title.
            var told = place.StartsWith("/search?", StringComparison.Ordinal) ? "A text with" : place.StartsWith("/experts?", StringComparison.Ordinal) ? "Author when" : word;
            if (text.Contains(told, StringComparison.OrdinalIgnoreCase)) shown.Add(place);
        }

        return shown;
    }
}
