using System.Xml;
using Community.Text;
using Community.Transfer;
using CsCheck;

namespace Community.Tests.Text;

public sealed class HtmlToMarkdownTests(ITestOutputHelper output)
{
    static readonly RenderOptions Options = new() { Headings = HeadingLevels.AsWritten, Prefix = "p-" };

    [Theory]
    [InlineData("<p>a <em>b</em> <strong>c</strong><br>\nd</p>", "a *b* **c**\\\nd")]
    [InlineData("<h2>Title</h2><hr><p>x</p>", "## Title\n\n***\n\nx")]
    [InlineData("<pre class=\"lang-py\"><code>a = \"```\"\n</code></pre>", "````py\na = \"```\"\n````")]
    [InlineData("<ol start=\"3\"><li>a<ul><li>b</li></ul></li><li>c</li></ol>", "3. a\n   - b\n4. c")]
    [InlineData("<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>", "- a\n\n  b\n\n- c")]
    [InlineData("<blockquote class=\"spoiler\"><p>a</p><p>b</p></blockquote>", "> a\n>\n> b")]
    [InlineData("<p><a href=\"http://a.b/c_(d)\" title=\"t\">x</a> <a href=\"http://a.b\">http://a.b</a></p>", "[x](http://a.b/c_\\(d\\) \"t\") <http://a.b>")]
    [InlineData("<p><img src=\"http://a.b/c.png\" alt=\"x\"></p>", "![x](http://a.b/c.png)")]
    [InlineData("<p>H<sub>2</sub>O <kbd>Ctrl</kbd> <s>x</s></p>", "H<sub>2</sub>O <kbd>Ctrl</kbd> ~~x~~")]
    [InlineData("<p><code>a</code><b><code>b</code><code>c</code></b></p>", "`a`**`bc`**")]
    [InlineData("<p>2 * 3 and a_b and *x* and $a_1*b$ and 5$</p>", "2 * 3 and a_b and \\*x\\* and $a_1*b$ and 5\\$")]
    [InlineData("<p>1. no list</p><p>#tag @name \\* &amp;amp; &lt;b&gt;</p>", "1\\. no list\n\n\\#tag \\@name \\\\\\* \\&amp; \\<b>")]
    [InlineData("<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b|c</td></tr></tbody></table>", "| a |\n| --- |\n| b\\|c |")]
    [InlineData("<dl><dt>term</dt><dd>words</dd></dl>", "**term**\n\nwords")]
    public void Html_becomes_the_Markdown_a_person_would_write(string html, string markdown)
    {
        Assert.Equal(markdown, HtmlToMarkdown.Convert(html));
        if (!html.Contains("<dl>", StringComparison.Ordinal)) Assert.Equal(Seen.In(html), Seen.In(Markdown.Render(markdown, Options).Html));
    }

    [Fact]
    public void Addresses_can_be_given_another_home() =>
        Assert.Equal("[x](https://old.example/q/1)", HtmlToMarkdown.Convert("<a href=\"/q/1\">x</a>", path => "https://old.example" + path));

    [Fact]
    public void Whole_sites_look_as_before_in_more_than_99_of_100_posts()
    {
        int posts = 0, words = 0, parts = 0, both = 0;
        foreach (var site in new[] { "beer.meta", "conlang.meta", "quantumcomputing-2018" })
        {
            using var reader = XmlReader.Create(SharedData.PathOf("stackexchange", site, "Posts.xml"));
            while (reader.ReadToFollowing("row"))
            {
                var html = reader.GetAttribute("Body")!;
                var expected = Seen.In(html);
                var markdown = HtmlToMarkdown.Convert(html);
                var actual = Seen.In(Markdown.Render(markdown, Options).Html);

                posts++;
                if (expected.Words == actual.Words) words++;
                if (expected.Parts == actual.Parts) parts++;
                if (expected == actual) both++;
                else output.WriteLine($"{site} {reader.GetAttribute("Id")}: {Difference(expected.Words, actual.Words)} {Difference(expected.Parts, actual.Parts)}");
            }
        }

        output.WriteLine($"{both} of {posts} posts agree; words {words}, parts {parts}");
        Assert.True(both > 0.99 * posts, $"{both} of {posts}");
    }

    [Fact]
    public void Any_plain_text_comes_back_as_it_was()
    {
        string[] pieces = ["*", "_", "`", "[", "](", "]", ")", "!", "<", ">", "&amp;", "#", "# ", "@", "$", "$$", "\\", "~", "|", "-", "- ", "1. ", "1) ", "+ ", "= ", "<br>", "http://a.b ", "www.a.b ", "mailto:a@b.c", "/posts/7", "[^1]", "[x]", "<sub>2</sub>", "<code>`</code>", "a", "b ", " ", "\"", "'", ":", "{", "&lt;kbd&gt;", "é", "5"];
        Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[1, 12].Sample(parts =>
        {
            var html = $"<p>{string.Concat(parts)}</p>";
            var markdown = HtmlToMarkdown.Convert(html);
            Assert.True(Seen.In(html).Words == Seen.In(Markdown.Render(markdown, Options).Html).Words, $"{html}\n{markdown}");
        }, iter: 20_000);
    }

    static string Difference(string expected, string actual)
    {
        if (expected == actual) return "";
        var at = 0;
        while (at < expected.Length && at < actual.Length && expected[at] == actual[at]) at++;
        return $"«{Around(expected, at)}» → «{Around(actual, at)}»".Replace('\n', '¶');
    }

    static string Around(string text, int at) => text[Math.Max(0, at - 30)..Math.Min(text.Length, at + 40)];
}
