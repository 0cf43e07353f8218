using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Community.Web.Tests.Texts;

/// <summary>Every key that is asked for stands in its area's file of texts, and no other.</summary>
public sealed partial class KeyTests
{
    [Fact]
    public void Each_area_has_exactly_the_texts_that_it_asks_for()
    {
        var wrong = new List<string>();
        var asked = WebSources.Areas.ToDictionary(area => area, _ => new HashSet<string>());
        foreach (var area in WebSources.Areas)
        {
            var folder = Path.Combine(WebSources.Web, area);
            foreach (Match match in WebSources.Of(folder, ".cshtml").Concat(WebSources.Of(folder, ".cs")).SelectMany(path => Key().Matches(File.ReadAllText(path))))
            {
                var texts = asked[match.Groups["who"].Value == "F" ? "Frame" : area];
                texts.Add(Plain(match.Groups["key"].Value));
                if (match.Groups["many"] is { Success: true, Value: var many } && match.Groups["count"].Success) texts.Add(Plain(many));
            }
        }

        foreach (var (area, keys) in asked) wrong.AddRange(Differences($"{area}/{area}Text.resx", keys));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_sentence_of_a_refusal_stands_in_its_file()
    {
        var sentences = new HashSet<string>();
        foreach (var source in WebSources.Of(Path.Combine(WebSources.Root, "src"), ".cs").Select(File.ReadAllText))
            foreach (var form in new[] { Refusal(), Demand(), Standard() })
                sentences.UnionWith(form.Matches(source).Select(match => Plain(match.Groups[1].Value)));

        var wrong = Differences("Frame/Refusals.resx", sentences).ToList();
        Assert.True(sentences.Count > 50 && wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Places_in_a_text_are_the_same_as_in_its_key()
    {
        foreach (var path in WebSources.Of(WebSources.Web, ".resx"))
            Assert.All(XDocument.Load(path).Root!.Elements("data"), data => Assert.Equal(Places(data.Attribute("name")!.Value), Places(data.Element("value")!.Value)));
    }

    [Fact]
    public void No_key_is_put_together_while_running()
    {
        var found = from path in WebSources.Of(WebSources.Web, ".cshtml").Concat(WebSources.Of(WebSources.Web, ".cs"))
                    where Path.GetFileName(path) is not ("Counted.cs" or "RefusalFilter.cs")
                    from match in MadeUp().Matches(File.ReadAllText(path))
                    select $"{Path.GetRelativePath(WebSources.Web, path)}: {match.Value}";

        Assert.True(!found.Any(), string.Join('\n', found));
    }

    static IEnumerable<string> Differences(string file, HashSet<string> asked)
    {
        var kept = XDocument.Load(Path.Combine(WebSources.Web, file)).Root!.Elements("data").Select(data => data.Attribute("name")!.Value).ToHashSet();
        return asked.Except(kept).Select(key => $"{file} lacks: {key}").Concat(kept.Except(asked).Select(key => $"{file} has for nobody: {key}"));
    }

    static string Plain(string literal) => literal.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    static string Places(string text) => string.Join(' ', Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    const string Literal = "\"((?:[^\"\\\\]|\\\\.)*)\"";

    [GeneratedRegex("""\b(?<who>T|F|text|Text)(?:\[|(?<count>\.Count\()[^,"]*(?:\([^)]*\)[^,"]*)*,\s*)"(?<key>(?:[^"\\]|\\.)*)"(?:,\s*"(?<many>(?:[^"\\]|\\.)*)"(?=\s*\)))?""", RegexOptions.None, 1_000)]
    private static partial Regex Key();

    [GeneratedRegex(@"(?:new(?: RefusedException)?\(\s*Refusal\.\w+,\s*|new CheckedException\(found, (?:true|false), )" + Literal, RegexOptions.None, 1_000)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"Demand\([^;]*?" + Literal, RegexOptions.None, 1_000)]
    private static partial Regex Demand();

    [GeneratedRegex("sentence = " + Literal, RegexOptions.None, 1_000)]
    private static partial Regex Standard();

    [GeneratedRegex(@"\b(T|F|text)\[(\$|[a-z@(])[^\]]*\]", RegexOptions.NonBacktracking)]
    private static partial Regex MadeUp();

    [GeneratedRegex(@"\{[0-9]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
