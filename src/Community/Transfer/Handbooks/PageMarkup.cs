using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Community.Transfer.Handbooks;

/// <summary>What pages write beyond Markdown: addresses by template, links and pictures as HTML, names of headings. Code is left alone.</summary>
static partial class PageMarkup
{
    /// <returns>The text, and the names that headings were given, by line.</returns>
    public static (string Text, IReadOnlyDictionary<int, string> Ids) Clean(string text, string path, MarkdownReport report)
    {
        text = Outside(text, PageTag(), (match, at) => Address(match, at, text));
        text = Outside(text, HtmlPicture(), (match, _) => Attribute(match.Value, "src") is { Length: > 0 } source ? $"![{Words(Attribute(match.Value, "alt") ?? "")}]({Target(source)})" : match.Value);
        text = Outside(text, HtmlLink(), (match, _) => Attribute(match.Groups["attributes"].Value, "href") is { Length: > 0 } href ? $"[{match.Groups["words"].Value.Trim()}]({Target(href)})" : match.Value);

        var code = PageSyntax.Code(text);
        foreach (var tag in TemplateTag().Matches(text).Where(tag => !code.Holds(tag.Index))) report.Tag(tag.Value, $"{path}: {tag.Value.ReplaceLineEndings(" ")}");
        return Named(text, code);
    }

    /// <summary>In a link it is the address; standing alone it becomes a link.</summary>
    static string Address(Match tag, int at, string text)
    {
        var target = Target("/" + tag.Groups["path"].Value.Trim().TrimStart('/'));
        var before = text.AsSpan(0, at).TrimEnd();
        return before.EndsWith("](") || before.EndsWith("](<") || before.EndsWith("=\"") || before.EndsWith("='") || before.EndsWith("]:") ? target : $"[{tag.Groups["path"].Value.Trim()}]({target})";
    }

    /// <summary>Takes <c>{#name}</c> off headings.</summary>
    static (string, IReadOnlyDictionary<int, string>) Named(string text, IReadOnlyList<Range> code)
    {
        var (lines, ids, at) = (text.Split('\n'), new Dictionary<int, string>(), 0);
        for (var i = 0; i < lines.Length; i++)
        {
            var length = lines[i].Length + 1;
            if (!code.Holds(at) && NamedHeading().Match(lines[i]) is { Success: true } heading) (lines[i], ids[i]) = (heading.Groups["heading"].Value, heading.Groups["id"].Value);
            at += length;
        }

        return (string.Join('\n', lines), ids);
    }

    static string Outside(string text, Regex form, Func<Match, int, string> change)
    {
        if (!form.IsMatch(text)) return text;

        var (code, changed, at) = (PageSyntax.Code(text), new StringBuilder(text.Length), 0);
        foreach (var match in form.Matches(text).Where(match => !code.Holds(match.Index)))
        {
            changed.Append(text, at, match.Index - at).Append(change(match, match.Index));
            at = match.Index + match.Length;
        }

        return changed.Append(text, at, text.Length - at).ToString();
    }

    static string? Attribute(string tag, string name) =>
        HtmlAttribute().Matches(tag).FirstOrDefault(a => a.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found ? WebUtility.HtmlDecode(found.Groups["value"].Value.Trim('"', '\'')).Trim() : null;

    static string Target(string address) => address.Replace(" ", "%20", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal).Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal);

    static string Words(string alt) => alt.ReplaceLineEndings(" ").Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);

    [GeneratedRegex("\\{%-?\\s*page\\s+[\"'](?<path>[^\"'\n]+)[\"']\\s*-?%\\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PageTag();

    [GeneratedRegex("\\{%[^%]*%\\}|\\{\\{[^{}]*\\}\\}", RegexOptions.NonBacktracking)]
    private static partial Regex TemplateTag();

    [GeneratedRegex("<img\\s[^<>]*>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex HtmlPicture();

    [GeneratedRegex("<a(?<attributes>\\s[^<>]*)>(?<words>[^<>\\[\\]\n]+)</a>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex HtmlLink();

    [GeneratedRegex("(?<name>[a-z-]+)\\s*=\\s*(?<value>\"[^\"]*\"|'[^']*')", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex HtmlAttribute();

    [GeneratedRegex("^(?<heading> {0,3}#{1,6}[ \t].*?)[ \t]*\\{#+(?<id>[^{}\\s]+)\\}[ \t]*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NamedHeading();
}
