using System.Diagnostics;
using Community.Text;

namespace Community.Tests.Text;

public sealed class BoundsTests(ITestOutputHelper output)
{
    static readonly string[] Repeated =
    [
        "[a](", "[", "![[[", "[a](b)", "[a](\\)", "[a](b (", "[](", "[*a](", "[a_](b_", "[[a](b)", "*a ", "**x** ", "_", "`a ", "`", "<", "<a@", "&", "$a ", "$$\n", "\\begin{a}", "@a ", "#ab ", "www.a.b ",
        "http://a.b ", "<sub>", "<br>", "[x]: y\n", "[x]: y\n\n", "[^1]", "[^1]: [^1]\n", "- a\n", "- [ ] ", "> ", "> - ", "* * ", "# a\n", "a\n\n", "    a\n", "|a", "|a|\n|-|\n", "a|b*c ", "\t", "\0", "/threads/1 ",
        "$x$ ", "a\\\n", "1. ", "![a](b)", "~~a ", "|`", "'", "\"a ", "[a]", "\u202e",
    ];

    static readonly (string Name, string Text)[] Composed =
    [
        ("wide table", Times("|a", 4000) + "\n" + Times("|-", 4000) + "\n" + Times("|\n", 4000)),
        ("one wide row", "|a|b|\n|-|-|\n" + Times("|a", 6000) + "\n" + Times("|\n", 6000)),
        ("nested list", string.Concat(Enumerable.Range(0, 240).Select(i => new string(' ', 2 * i) + "- a\n"))),
        ("nested brackets", new string('[', 30_000) + new string(']', 30_000)),
        ("nested emphasis", Times("**a ", 30_000) + Times(" b**", 30_000)),
        ("one long address used often", "[a]: /" + new string('u', 30_000) + "\n\n" + Times("[a]", 30_000)),
        ("one long title used often", "[a]: /u '" + new string('u', 30_000) + "'\n\n" + Times("[a]", 30_000)),
        ("one footnote used often", "[^1]: a\n\n" + Times("[^1]", 60_000)),
        ("back-ticks", string.Concat(Enumerable.Range(1, 340).Select(i => new string('`', i) + " "))),
        ("definitions", string.Concat(Enumerable.Range(0, 1_400).Select(i => $"[r{i}]: /u\n")) + string.Concat(Enumerable.Range(0, 1_400).Select(i => $"[r{i}] "))),
    ];

    [Fact]
    public void No_text_within_the_length_holds_the_renderer_up()
    {
        Markdown.Render("*warm* [a](b) `c` $x$\n\n- a\n\n|a|\n|-|\n|b|");
        foreach (var (name, text) in Repeated.Select(piece => (Name: $"repeated {piece}", Text: Times(piece, Markdown.MaxCharacters))).Concat(Composed))
        {
            var watch = Stopwatch.StartNew();
            var outcome = Outcome(text);
            output.WriteLine($"{watch.Elapsed.TotalMilliseconds,7:F1} ms  {outcome}  {name.Replace("\n", "\\n", StringComparison.Ordinal)}");
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), name);
        }
    }

    [Fact]
    public void A_text_of_the_full_length_is_taken_and_one_character_more_refused()
    {
        var full = string.Concat(Enumerable.Repeat("A sentence with *emphasis*, [a link](https://example.org/a) and `code`.\n\n", 2_000))[..Markdown.MaxCharacters];

        Assert.NotEmpty(Markdown.Render(full).Html);
        Assert.Contains("65537 characters", Refused(full + "x").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Thirty_two_quotations_in_one_another_are_taken_and_forty_refused()
    {
        Assert.Contains("deep", Markdown.Render(Times("> ", 64) + "deep").Html, StringComparison.Ordinal);
        Assert.Equal(Refusal.Invalid, Refused(Times("> ", 80) + "deep").Kind);
        Assert.Contains("<hr>", Markdown.Render(Times("* ", 120)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_thousands_of_cells_is_refused_with_what_to_do() =>
        Assert.Contains("attach them as a file", Refused(Composed[0].Text).Message, StringComparison.Ordinal);

    static RefusedException Refused(string text) => Assert.Throws<RefusedException>(() => Markdown.Render(text));

    static string Outcome(string text)
    {
        try
        {
            return $"{Markdown.Render(text).Html.Length,7} characters";
        }
        catch (RefusedException)
        {
            return "           refused";
        }
    }

    static string Times(string piece, int characters) => string.Concat(Enumerable.Repeat(piece, characters / piece.Length));
}
