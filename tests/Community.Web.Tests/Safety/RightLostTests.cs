using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Topics;
using Community.Web.Tests.Live;

namespace Community.Web.Tests.Safety;

/// <summary>A word that one could find a moment ago: when the right is lost, it is gone everywhere within a second.</summary>
public sealed class RightLostTests(LiveVillage village) : IClassFixture<LiveVillage>
{
    [Theory]
    [InlineData("is dismissed")]
    [InlineData("the space closes")]
    [InlineData("the topic moves")]
    [InlineData("the post is withdrawn")]
    [InlineData("the post is removed")]
    [InlineData("becomes a guest")]
    public async Task Gone_from_every_page_and_completion_within_a_second(string what)
    {
        var (site, admin) = (village.Site, village.Site.AdministratorId);
        var word = "numbat" + string.Concat(what.Where(char.IsLetter));
        var slug = "s-" + word[..Math.Min(word.Length, 30)];
        var (author, reader) = (await site.Person("Author " + word), await site.Person("Reader " + word));
        var closed = what is "is dismissed";
        await site.Verb<MakeSpace>().Run(admin, slug, "Space " + word, "", closed ? Tier.Unit : Tier.Institution);
        foreach (var person in closed ? new[] { author, reader } : []) await site.Verb<EnrolPerson>().Run(admin, slug, person, false);
        var topic = await site.Verb<StartTopic>().Run(author, slug, TopicKind.Thread, $"About {word}", $"A text with {word}text in it.", [word + "-tag"]);
        var post = await site.Store.Read(db => Task.FromResult(db.Posts.Single(p => p.TopicId == topic).Id));
        using var browser = await site.SignedIn("Reader " + word);
        // Who may not see a post may still see that it stood there; these are where its words are.
        string[] places = [$"/search?q={word}text", $"/search?q=about+{word}", $"/search?q=tag:{word}-tag", $"/search?tag={word}-tag", $"/search/similar?title=about+{word}", $"/tags/names?q={word}", "/tags", "/threads", "/unread", $"/posts/{post}/fragment", $"/posts/{post}/history", $"/topics/{topic}/head", $"/threads/{topic}"];
        for (var i = 0; i < 100 && await Shown(browser, places[..1], word + "text") == 0; i++) await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.True(await Shown(browser, places, word) >= 9);

        await (what switch
        {
            "is dismissed" => site.Verb<DismissPerson>().Run(admin, slug, reader),
            "the space closes" => site.Verb<RecharterSpace>().Run(admin, slug, "Space " + word, "", Tier.Unit),
            "the topic moves" => site.Verb<MoveTopic>().Run(admin, topic, "staff-matters"),
            "the post is withdrawn" => site.Verb<WithdrawPost>().Run(author, post),
            "the post is removed" => site.Verb<RemovePost>().Run(admin, post, "Not for here."),
            _ => site.Verb<ChangeRole>().Run(admin, reader, Role.Guest),
        });
        await Task.Delay(1_000, TestContext.Current.CancellationToken);

        using var again = what == "becomes a guest" ? await site.SignedIn("Reader " + word) : null;
        Assert.Equal(0, await Shown(again ?? browser, places, word));
    }

    /// <summary>How many places show the word in what they say of themselves, without the question.</summary>
    static async Task<int> Shown(HttpClient browser, IEnumerable<string> places, string word)
    {
        var shown = 0;
        foreach (var place in places)
        {
            var answer = await browser.GetAsync(new Uri(place, UriKind.Relative));
            if (answer.Headers.Location is { } there) answer = await browser.GetAsync(there);
            var text = await answer.Text();
            // Typed by the reader, in the field and the heading; and the reader's own name, in the frame.
            foreach (var own in new[] { $"about {word}", $"tag:{word}-tag" }) text = text.Replace($"value=\"{own}\"", "", StringComparison.OrdinalIgnoreCase).Replace($"“{own}”", "", StringComparison.OrdinalIgnoreCase);
            text = text.Replace($"Reader {word}", "", StringComparison.OrdinalIgnoreCase).Replace($"reader-{word}", "", StringComparison.OrdinalIgnoreCase);
            if (text.Contains(place.StartsWith("/search?", StringComparison.Ordinal) ? "A text with" : word, StringComparison.OrdinalIgnoreCase)) shown++;
        }

        return shown;
    }
}
