using System.Text.Json;
using Community.Text;
using CsCheck;

namespace Community.Tests.Text;

public sealed class HostileTextTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("# h {onclick=alert(1) id=login}")]
    [InlineData("[a](javascript:alert(1)) [b](java\tscript:alert(1)) [c](&#106;avascript:alert(1)) <javascript:alert(1)> [d](data:text/html,x) [e](vbscript:x)")]
    [InlineData("[a]: javascript:alert(1)\n\n[a] ![a]")]
    [InlineData("```\" onclick=\"alert(1)\nx\n```")]
    [InlineData("[a](/x \"\\\" onmouseover=alert(1) \\\"\") ![\" onerror=alert(1)](/files/1/x.png)")]
    [InlineData("$</span><script>alert(1)</script>$ $$<img src=x onerror=alert(1)>$$\n\n$$\n</div><script>\n$$")]
    [InlineData("@[<script>](person:1) @[x\" onclick=\"y](person:2) #a\"b")]
    [InlineData("> [!quote post=1 rev=1]\n> <form action=/sign-out><input name=__RequestVerificationToken>")]
    [InlineData("<sub onclick=alert(1)>x</sub> <sub>a</sub onclick=x> <kbd>*a</kbd>* <br onclick=x>")]
    [InlineData("[^<script>]\n\n[^<script>]: x")]
    [InlineData("| <a id=x> | {#y .z} |\n|---|---|\n| [x](//evil/\\x) | ![x](/files/../x\"y) |")]
    public void Markup_in_a_text_runs_nothing_and_names_nothing(string source) => Holds(source);

    [Fact]
    public void The_payloads_of_a_known_sanitiser_do_no_harm()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf("xss", "dompurify-expect.json")));
        var payloads = cases.RootElement.EnumerateArray().Select(e => e.GetProperty("payload").GetString()!).ToList();
        foreach (var payload in payloads.Concat(payloads.Select(p => $"[x]({p})")).Concat(payloads.Select(p => $"![{p}]({p} '{p}')"))) Holds(payload);
        output.WriteLine($"{payloads.Count} payloads, each three ways");
    }

    [Fact]
    public void Naughty_strings_do_no_harm_and_stay_as_they_are()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf("xss", "blns.json")));
        foreach (var text in cases.RootElement.EnumerateArray()) Holds(text.GetString()!);
        output.WriteLine($"{cases.RootElement.GetArrayLength()} strings");
    }

    [Fact]
    public void Any_mixture_of_marks_and_markup_does_no_harm()
    {
        string[] pieces =
        [
            "*", "_", "`", "```\n", "[", "](", ")", "!", "<", ">", "\n", "\n\n", "> ", "- ", "1. ", "- [x] ", "|", "|-|-|\n", "$", "$$\n", "#", "# ", "@", "[^1]", "[^1]: ", "\\", "&lt;", "&#x3c;",
            "<script>", "</p>", "<sub>", "</sub>", "<a href=\"x\">", "onclick=\"x\"", "javascript:x", "http://a.b/", "/files/1", "/posts/7", "~~", "word", " ", "\"", "'", "\0", "\u202e", "\\begin{a}", "\\end{a}", "[!quote post=1 rev=2]\n",
        ];
        Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[1, 60].Sample(parts => Holds(string.Concat(parts)), iter: 2_000);
    }

    static void Holds(string source)
    {
        var rendered = Markdown.Render(source, RenderOptions.Post with { Prefix = "r4f2a1x-" });
        Fence.Holds(rendered.Html, "r4f2a1x-");
    }
}
