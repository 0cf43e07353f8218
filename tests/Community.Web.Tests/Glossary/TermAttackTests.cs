using System.Text.Json;
using Community.Glossary;

namespace Community.Web.Tests.Glossary;

/// <summary>What attackers write as a term, in posts that say the same.</summary>
public sealed class TermAttackTests(RunningSite site, ITestOutputHelper output) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task What_attackers_write_as_a_term_is_text_wherever_it_shows()
    {
        await site.Terms();
        var tried = Payloads();
        var taken = 0;
        foreach (var payload in tried)
        {
            var name = payload.Length > TermText.MaxNameLength ? payload[..TermText.MaxNameLength] : payload;
            try
            {
                await site.AddTerm(name, payload.Length > TermText.MaxMeaningLength ? payload[..TermText.MaxMeaningLength] : payload, MarkedTexts.Other, payload.Length > 80 ? payload[^80..] : payload);
                taken++;
            }
            catch (RefusedException)
            {
                // Without a letter, or there already.
            }
        }

        output.WriteLine($"{taken} of {tried.Count} taken");
        Assert.True(taken >= 5);
        foreach (var some in tried.Chunk(40))
        {
            // As text, and as whatever Markdown makes of it.
            foreach (var text in new[] { string.Join("\n\n", some), string.Join("\n\n", some.Select(one => string.Concat(one.Select(c => char.IsAsciiLetterOrDigit(c) || c > 127 || char.IsWhiteSpace(c) ? $"{c}" : "\\" + c)))) })
            {
                var (html, shown) = await site.Filled(text[..Math.Min(60_000, text.Length)], MarkedTexts.Other);
                MarkedTexts.AssertSound(html, shown);
                foreach (var mark in MarkedTexts.Mark().Matches(shown).Select(match => match.Groups[1].Value)) Assert.Matches("^<a class=\"term\" href=\"/glossary/[0-9]+/[a-z0-9-]+\" data-term=\"[^\"<>]+\" title=\"[^\"<>]+\">$", mark);
            }
        }
    }

    static List<string> Payloads()
    {
        List<string> found = ["<script>window.ran=1</script>", "\"><img src=x onerror=window.ran=1>", "'-window.ran=1-'", "amp", "quot;", "&lt;b&gt;", "a&b", "x\" onmouseover=\"y", "]]>", "javascript:alert"];
        var folder = Path.Combine(Texts.WebSources.Root, "..", "shared", "data", "xss");
        if (!Directory.Exists(folder)) return found;

        using var known = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "dompurify-expect.json")));
        using var naughty = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "blns.json")));
        found.AddRange(known.RootElement.EnumerateArray().Select(e => e.GetProperty("payload").GetString()!));
        found.AddRange(naughty.RootElement.EnumerateArray().Select(e => e.GetString()!));
        return found.FindAll(one => one.Length is > 1 and < 2_000);
    }
}
