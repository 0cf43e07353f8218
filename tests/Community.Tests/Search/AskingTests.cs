using Community.Search;
using Community.Text;
using Community.Topics;

namespace Community.Tests.Search;

public sealed class AskingTests
{
    [Fact]
    public async Task A_phrase_out_of_an_answer_finds_its_question_first()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var wanted = await village.Ask("Lending abroad", "How?");
        await village.Reply(wanted.Id, "We looked long. Send the photographed form to the customs office named on the notice, then wait ten days.");
        for (var i = 0; i < 30; i++)
        {
            var other = await village.Ask($"Form {i} for the customs office", "The notice names an office; send the form. Customs form, customs office, customs notice.");
            await village.Reply(other.Id, "The office was named, the form photographed, the customs notice sent. Form. Customs.");
        }

        await village.CatchUp();
        var found = await village.Search("send the photographed form to the customs office named on the notice");
        Assert.Equal(wanted.Id, found.Hits[0].TopicId);
        Assert.Equal(31, found.Total);
        Assert.Equal(wanted.Id, Assert.Single((await village.Search("\"photographed form to the customs\"")).Hits).TopicId);
    }

    [Fact]
    public async Task All_words_come_before_some_and_a_title_before_a_text()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var some = await village.Ask("Microfilm microfilm", "microfilm");
        var text = await village.Ask("Question", "Does the microfilm scanner smell?");
        var title = await village.Ask("Microfilm scanner", "Does it smell?");
        await village.CatchUp();

        Assert.Equal([title.Id, text.Id, some.Id], (await village.Search("scanner microfilms")).Hits.Select(hit => hit.TopicId));
        Assert.Equal([title.Id, text.Id], (await village.Search("scanner", null, new SearchRequest("", Sort: SearchSort.Newest))).Hits.Select(hit => hit.TopicId));
        Assert.Equal([some.Id], (await village.Search("microfilm -scanners")).Hits.Select(hit => hit.TopicId));
    }

    [Theory]
    [InlineData("Z39.50"), InlineData("z3950"), InlineData("Z39 50")]
    [InlineData("MARC-21"), InlineData("marc21"), InlineData("MARC 21"), InlineData("marc")]
    [InlineData("e-book"), InlineData("ebooks"), InlineData("e books")]
    [InlineData("C++"), InlineData("Dvorak"), InlineData("Dvořák"), InlineData("library"), InlineData("ISBN"), InlineData("R&D"), InlineData("cafés")]
    public async Task Names_acronyms_and_accents_are_found(string query)
    {
        await using var village = await SearchVillage.Start(serving: false);
        await village.Ask("Protocols", "Z39.50 fetches MARC-21 for e-books; in C++, says Dvorˇák (or Dvořák) of the libraries' cafe. ISBN! R&D.");
        await village.Ask("Unrelated", "C major, 50 euros, 21 guns, an E string, R. D. Laing.");
        await village.CatchUp();

        var hit = (await village.Search(query)).Hits[0];
        Assert.Equal("Protocols", hit.Title);
        Assert.Contains("<mark>", hit.ExcerptHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facets_count_topics_and_leave_out_their_own_choice()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var asked = await village.Ask("Parcel one", "parcel", null, null, "customs", "parcels");
        await village.Reply(asked.Id, "parcel parcel");
        await village.Ask("Parcel two", "parcel", null, null, "parcels");
        await village.Begin(TopicKind.Note, "Parcel three", "<p>parcel</p>");
        await village.Ask("Parcel four", "parcel", village.Works, village.Jonas);
        await village.CatchUp();

        var all = await village.Search("parcel", village.Jonas);
        Assert.Equal(4, all.Total);
        Assert.Equal([("question", 3), ("note", 1)], all.Facets.Kind.Select(f => (f.Value, f.Count)));
        Assert.Equal([("desk", 3), ("works", 1)], all.Facets.Space.Select(f => (f.Value, f.Count)));
        Assert.Equal([("parcels", 2), ("customs", 1)], all.Facets.Tag.Select(f => (f.Value, f.Count)));

        var notes = await village.Search("parcel", village.Jonas, new SearchRequest("", Kind: TopicKind.Note));
        Assert.Equal(1, notes.Total);
        Assert.Equal([("question", 3), ("note", 1)], notes.Facets.Kind.Select(f => (f.Value, f.Count)));
        Assert.Equal([("desk", 1)], notes.Facets.Space.Select(f => (f.Value, f.Count)));

        Assert.Equal(2, (await village.Search("parcel", village.Jonas, new SearchRequest("", Tag: "parcels", Space: "desk"))).Total);
        Assert.Equal(1, (await village.Search("parcel kind:note", village.Jonas)).Total);
        Assert.Equal(3, (await village.Search("parcel space:\"circulation DESK\"", village.Jonas)).Total);
        Assert.Equal(3, (await village.Search("kind:questions", village.Jonas)).Total);
        Assert.Equal(0, (await village.Search("parcel", village.Jonas, new SearchRequest("", Space: "nowhere"))).Total);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_double()
    {
        await using var village = await SearchVillage.Start(serving: false);
        for (var i = 0; i < 45; i++) await village.Ask($"Shelf {i}", "shelf");
        await village.CatchUp();

        var pages = new List<SearchResults>();
        for (var page = 1; page <= 4; page++) pages.Add(await village.Search("shelf", null, new SearchRequest("", Page: page)));
        Assert.Equal([20, 20, 5, 0], pages.Select(page => page.Hits.Count));
        Assert.Equal([true, true, false, false], pages.Select(page => page.HasMore));
        Assert.Equal(45, pages.SelectMany(page => page.Hits).Select(hit => hit.TopicId).Distinct().Count());
        Assert.All(pages, page => Assert.Equal(45, page.Total));
    }

    [Theory]
    [InlineData("constructor"), InlineData("*"), InlineData("AND"), InlineData("["), InlineData("🦊"), InlineData(""), InlineData("   "), InlineData("-"), InlineData("\""), InlineData("\"\""), InlineData("--a")]
    [InlineData("a AND (b OR"), InlineData("title:^2~"), InlineData("kind:"), InlineData("kind:7"), InlineData("space:\""), InlineData("tag:\ud800"), InlineData("space:\udc00"), InlineData("\u0000\u0007word"), InlineData("constructor missing\uFFFE"), InlineData("\ud83e"), InlineData("the of and")]
    [InlineData("*a*"), InlineData("?????"), InlineData("a\\"), InlineData("__proto__"), InlineData("-\"x"), InlineData("[a TO z]"), InlineData("{!lucene}"), InlineData("tag:c#")]
    public async Task No_text_is_an_error(string query)
    {
        await using var village = await SearchVillage.Start(serving: false);
        await village.Ask("The constructor", "constructor __proto__ toString of AND the [brackets] 🦊");
        await village.CatchUp();

        Assert.False((await village.Search(query)).IsUnavailable);
        if (query is "constructor" or "AND" or "__proto__") Assert.Equal(1, (await village.Search(query)).Total);
    }

    [Theory]
    [InlineData("word "), InlineData("a"), InlineData("a.b-c_"), InlineData("\""), InlineData("-x "), InlineData("((((")]
    public async Task Thirty_two_kilobytes_are_taken_and_cut(string repeated)
    {
        await using var village = await SearchVillage.Start(serving: false);
        await village.Ask("A word", string.Concat(Enumerable.Repeat(repeated, 60_000 / repeated.Length)));
        await village.CatchUp();

        var query = string.Concat(Enumerable.Repeat(repeated, 32_768 / repeated.Length));
        await village.Search(query);
        var found = await village.Search(query);
        Assert.False(found.IsUnavailable);
        Assert.True(found.TookMs < 1_000, $"{found.TookMs} ms");
    }

    [Fact]
    public async Task Excerpts_and_titles_are_encoded()
    {
        await using var village = await SearchVillage.Start(serving: false);
        await village.Ask("<script>alert(1)</script> & \"marmalade\"", "<script>alert('marmalade')</script> <img src=x onerror=alert(1)>" + new string('x', 300));
        await village.CatchUp();

        var hit = (await village.Search("marmalade")).Hits.Single();
        Assert.Equal("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;<mark>marmalade</mark>&quot;", hit.TitleHtml);
        Assert.StartsWith("&lt;script&gt;alert(&#x27;<mark>marmalade</mark>&#x27;)&lt;/script&gt; &lt;img src=x", hit.ExcerptHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_excerpt_is_the_passage_with_most_of_the_words()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var padding = string.Join(' ', Enumerable.Repeat("padding", 200));
        await village.Ask("Title", $"loan {padding} The interlibrary loan of customs papers is here. {padding} customs");
        await village.CatchUp();

        var excerpt = (await village.Search("interlibrary loan customs")).Hits.Single().ExcerptHtml;
        Assert.Contains("The <mark>interlibrary loan</mark> of <mark>customs</mark> papers", excerpt, StringComparison.Ordinal);
        Assert.StartsWith("…", excerpt, StringComparison.Ordinal);
        Assert.EndsWith("…", excerpt, StringComparison.Ordinal);
        Assert.InRange(excerpt.Length, 150, 340);
    }

    [Theory]
    [InlineData("<p>One <b>t</b>wo</p><p>three &amp; four</p>", "One two three & four")]
    [InlineData("<p title=\"a > b\">x</p>", "x")]
    [InlineData("a<br>b<ul><li>c</li><li>d</li></ul>", "a b c d")]
    [InlineData("<blockquote><p>plain</p></blockquote>after", "plain after")]
    [InlineData("<blockquote class=\"quote\" data-post=\"3\"><p>gone</p></blockquote>after", "after")]
    [InlineData("<p>cut <b", "cut")]
    [InlineData("a < b", "a")]
    public void Markup_is_taken_off(string html, string text) => Assert.Equal(text, PlainPost.Of(html));
}
