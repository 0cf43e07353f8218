using Community.Text;

namespace Community.Tests.Text;

public sealed class MarkdownTests
{
    static readonly RenderOptions Options = new() { Prefix = "p-", PublicAddress = new Uri("https://community.example") };

    static Rendered Render(string source) => Markdown.Render(source, Options);

    static string Html(string source) => Render(source).Html.Trim();

    [Fact]
    public void A_completed_mention_is_a_link_and_its_person_is_returned()
    {
        var rendered = Render("Ask @[Ada Lovelace](person:7) or @[Ada](person:7).");

        Assert.Equal("<p>Ask <a class=\"mention\" href=\"/people/7\">@Ada Lovelace</a> or <a class=\"mention\" href=\"/people/7\">@Ada</a>.</p>", rendered.Html.Trim());
        Assert.Equal([7], rendered.Mentions);
    }

    [Fact]
    public void A_name_the_caller_knows_becomes_a_mention_and_another_a_candidate()
    {
        var rendered = Markdown.Render("@Ada Lovelace and @Bob, not a@b.c, `@code`, \\@Ada", Options with { ResolveMention = text => text.StartsWith("Ada Lovelace", StringComparison.Ordinal) ? new Mention(7, 12) : null });

        Assert.Contains("<a class=\"mention\" href=\"/people/7\">@Ada Lovelace</a> and @Bob", rendered.Html, StringComparison.Ordinal);
        Assert.Equal([7], rendered.Mentions);
        Assert.StartsWith("Bob, not", Assert.Single(rendered.MentionCandidates));
    }

    [Theory]
    [InlineData("#Open-Access.", "open-access")]
    [InlineData("(#c++)", "c++")]
    [InlineData("#λόγος", "λόγος")]
    public void A_tag_is_a_link_and_is_returned_in_lower_case(string source, string tag) => Assert.Equal(tag, Assert.Single(Render(source).Tags));

    [Theory]
    [InlineData("`#code`")]
    [InlineData("\\#escaped")]
    [InlineData("#5 bolt, a#b, # heading")]
    [InlineData("[#words](/x)")]
    [InlineData("https://example.org/#part")]
    public void What_is_no_tag_stays_text(string source) => Assert.Empty(Render(source).Tags);

    [Theory]
    [InlineData("$a_1*b*c_2$", "<span class=\"math\">$a_1*b*c_2$</span>")]
    [InlineData("so $$x<y$$ holds", "<span class=\"math\">$$x&lt;y$$</span>")]
    [InlineData("\\begin{align}a_1&b\\\\ c\\end{align}", "<span class=\"math\">\\begin{align}a_1&amp;b\\\\ c\\end{align}</span>")]
    [InlineData("$$\na_1 * b\n$$", "<div class=\"math\">$$\na_1 * b\n$$</div>")]
    public void Formulas_are_kept_as_typed(string source, string expected) => Assert.Contains(expected, Html(source), StringComparison.Ordinal);

    [Theory]
    [InlineData("It costs $5 and $6.")]
    [InlineData("`$a$`")]
    [InlineData("\\$a\\$")]
    [InlineData("$a `b$ c`")]
    [InlineData("$$ is not closed")]
    public void Prices_and_code_are_no_formulas(string source) => Assert.DoesNotContain("math", Html(source), StringComparison.Ordinal);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_quotation_names_its_post_and_revision(string lineEnd)
    {
        var rendered = Render("> [!quote post=4 rev=2]\n> words\n\n> [!quote post=5 rev=1] words".Replace("\n", lineEnd, StringComparison.Ordinal));

        Assert.StartsWith("<blockquote class=\"quote\" data-post=\"4\" data-rev=\"2\">\n<p>words</p>", rendered.Html.Replace("\r", "", StringComparison.Ordinal));
        Assert.Equal([new QuotedPost(4, 2)], rendered.Quotes);
    }

    [Fact]
    public void Headings_skip_no_level_and_have_ids_of_their_own()
    {
        var rendered = Markdown.Render("# One\n\n### Two *x*\n\n# Three", Options with { Headings = HeadingLevels.Note });

        Assert.Equal([new Heading(2, "One", "p-h1"), new Heading(3, "Two x", "p-h2"), new Heading(2, "Three", "p-h3")], rendered.Headings);
        Assert.StartsWith("<h3 id=\"p-h1\">", Html("# One"));
        Assert.NotEqual(Markdown.Render("# One").Html, Markdown.Render("# One").Html);
        Assert.Contains("href=\"#p-h1\"", Html("# First steps\n\n[there](#first-steps)"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_footnote_and_its_way_back_carry_the_prefix()
    {
        var html = Html("a[^n]\n\n[^n]: b");

        Assert.Contains("<a id=\"p-fnref1\" class=\"footnote-ref\" href=\"#p-fn1\"><sup>1</sup></a>", html, StringComparison.Ordinal);
        Assert.Contains("<li id=\"p-fn1\">\n<p>b<a class=\"footnote-back-ref\" href=\"#p-fnref1\">", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("![a cat](/files/3/cat.png)", "<a href=\"/files/3/cat.png\">a cat</a>")]
    [InlineData("![a cat](https://pics.example/cat.png)", "<a href=\"https://pics.example/cat.png\" rel=\"nofollow noopener ugc\">a cat</a>")]
    [InlineData("![](https://pics.example/cat.png)", "<a href=\"https://pics.example/cat.png\" rel=\"nofollow noopener ugc\">pics.example</a>")]
    [InlineData("[![a cat](https://pics.example/cat.png)](/posts/1)", "<a href=\"/posts/1\">a cat</a>")]
    public void Only_own_files_are_shown_as_pictures(string source, string expected) => Assert.Equal($"<p>{expected}</p>", Html(source));

    [Fact]
    public void Links_inside_the_site_are_root_relative_and_known()
    {
        var rendered = Render("[a](https://community.example/notes/5/title#post-77), /threads/12, <https://community.example/posts/4>, https://community.example.evil/posts/9");

        Assert.Contains("<a href=\"/notes/5/title#post-77\">a</a>, <a href=\"/threads/12\">/threads/12</a>, <a href=\"/posts/4\">", rendered.Html, StringComparison.Ordinal);
        Assert.Equal([5, 12], rendered.TopicLinks);
        Assert.Equal([77, 4], rendered.PostLinks);
    }

    [Fact]
    public void Tables_and_code_can_be_scrolled_by_key_and_tasks_have_names()
    {
        Assert.StartsWith("<div class=\"scroll\" tabindex=\"0\"><table>", Html("|a|\n|:-:|\n|x<br>y|"));
        Assert.Equal("<pre tabindex=\"0\"><code class=\"language-c#\">x\n</code></pre>", Html("```c#\nx\n```"));
        Assert.Contains("<input type=\"checkbox\" disabled checked aria-label=\"do it\"> do <em>it</em>", Html("- [x] do *it*\n  - [ ] part"), StringComparison.Ordinal);
    }

    [Fact]
    public void Bare_pairs_of_three_tags_are_markup_and_all_else_is_text()
    {
        Assert.Equal("<p>H<sub>2</sub>O <kbd>Ctrl</kbd> &lt;sub&gt; &lt;b&gt;x&lt;/b&gt;</p>", Html("H<sub>2</sub>O <kbd>Ctrl</kbd> <sub> <b>x</b>"));
    }

    [Fact]
    public void Plain_text_has_no_markup_and_single_spaces()
    {
        Assert.Equal("Title a b code c d x", Render("# Title\n\n*a*\nb `code`\n\n- c\n- [d](/x)\n\n|x|\n|-|").PlainText);
        Assert.Equal("a\uFFFDb", Render("a\0b").PlainText);
    }
}
