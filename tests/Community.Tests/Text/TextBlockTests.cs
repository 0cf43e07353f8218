using Community.Text;

namespace Community.Tests.Text;

/// <summary>Where the blocks of a text stand in it, and in its HTML.</summary>
public sealed class TextBlockTests
{
    const string Everything = """
        # First of all

        A paragraph with [a link][1]
        on two lines.

        Two lines
        underlined
        ------

        - one

          still one
        - two

        1. ordered

        > quoted
        > twice

        ```csharp
        var x = 1;

        var y = 2;
        ```

        | a | b |
        |---|---|
        | 1 | 2 |

        $$
        x^2
        $$

        ***

        <div>shown as it is</div>

            indented code

        A last word.[^n]

        [1]: https://example.org
        [^n]: Below.

        And behind it.
        """;

    [Theory]
    [InlineData(Everything)]
    [InlineData("")]
    [InlineData("one")]
    [InlineData("\n\n  \n")]
    [InlineData("one\r\n\r\ntwo\r\rthree\n")]
    [InlineData("[1]: https://example.org")]
    [InlineData("one\rtwo\r===\rthree")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |\nnot a row\n\n- x\n| c |\n|---|\n")]
    public void Blocks_are_the_whole_text_one_behind_the_other(string source)
    {
        Assert.Equal(source, string.Concat(Markdown.Split(source)));
        var rendered = Markdown.Render(source);
        Assert.Equal(Markdown.Split(source).Count(block => rendered.Blocks.Count > 0), rendered.Blocks.Count);
        Assert.Equal(rendered.Blocks.Count == 0 ? "" : source, string.Concat(rendered.Blocks.Select(block => source.Substring(block.Start, block.Length))));
        var html = string.Concat(rendered.Blocks.Select(block => rendered.Html.Substring(block.HtmlStart, block.HtmlLength)));
        Assert.StartsWith(html, rendered.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_block_is_where_its_html_says()
    {
        var rendered = Markdown.Render(Everything);
        (string Source, string Html)[] expected =
        [
            ("# First", "<h3"), ("A paragraph", "<p>A paragraph"), ("Two lines", "<h"), ("- one", "<ul>"), ("1. ordered", "<ol>"), ("> quoted", "<blockquote>"), ("```csharp", "<pre"), ("| a", "<div class=\"scroll\""),
            ("$$", "<div class=\"math\""), ("***", "<hr"), ("<div>", "<p>&lt;div"), ("    indented", "<pre"), ("A last word", "<p>A last word"), ("And behind", "<p>And behind"),
        ];
        foreach (var (source, html) in expected)
        {
            var block = Assert.Single(rendered.Blocks, block => Everything[block.Start..].StartsWith(source, StringComparison.Ordinal));
            Assert.StartsWith(html, rendered.Html[block.HtmlStart..], StringComparison.Ordinal);
        }

        Assert.Equal(expected.Length, rendered.Blocks.Count);
    }
}
