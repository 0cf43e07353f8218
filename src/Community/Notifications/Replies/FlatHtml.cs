using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using AngleSharp.Dom;
using MimeKit.Text;

namespace Community.Notifications.Replies;

/// <summary>HTML of which no tree is made: in a very deep one each tag is looked for through all that are open, in a very wide one each place through all beside it.</summary>
static class FlatHtml
{
    const int Deepest = 250, MostTags = 15_000, LongestName = 40;

    /// <summary>These have no end, or end by themselves when the next begins.</summary>
    static readonly HashSet<string> Shallow = new("area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot option colgroup html head body !doctype".Split(' '), StringComparer.OrdinalIgnoreCase);

    static readonly SearchValues<char> AfterNames = SearchValues.Create(" \t\r\n/>");

    /// <summary>Before it is parsed. Each name is counted by itself, as an end of another one ends nothing.</summary>
    public static bool IsTooMuch(string html)
    {
        var shallow = Shallow.GetAlternateLookup<ReadOnlySpan<char>>();
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var names = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        var (depth, tags) = (0, 0);
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var isEnd = html[at + 1] == '/';
            var rest = html.AsSpan(at + (isEnd ? 2 : 1));
            if (rest.Length == 0 || !char.IsAsciiLetter(rest[0])) continue;

            if (++tags > MostTags) return true;

            var name = rest[..Math.Min(rest.Length, LongestName)];
            if (name.IndexOfAny(AfterNames) is var length and > 0) name = name[..length];
            if (shallow.Contains(name)) continue;

            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(names, name, out _);
            if (isEnd && count == 0) continue;

            (count, depth) = isEnd ? (count - 1, depth - 1) : (count + 1, depth + 1);
            if (depth > Deepest) return true;
        }
        return false;
    }

    /// <summary>After it was, as a parser closes less than is written in odd places.</summary>
    public static bool IsTooMuch(IElement body)
    {
        var nodes = new Stack<(INode Node, int Depth)>([(body, 0)]);
        while (nodes.TryPop(out var at))
        {
            if (at.Depth > 2 * Deepest) return true;

            foreach (var child in at.Node.ChildNodes) nodes.Push((child, at.Depth + 1));
        }
        return false;
    }

    /// <summary>Its words, in lines.</summary>
    public static string Words(string html)
    {
        var words = new StringBuilder();
        var hidden = 0;
        using var reader = new StringReader(html);
        var tokens = new HtmlTokenizer(reader);
        while (tokens.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken { Id: HtmlTagId.Style or HtmlTagId.Script or HtmlTagId.Title } tag) hidden = Math.Max(0, hidden + (tag.IsEndTag ? -1 : tag.IsEmptyElement ? 0 : 1));
            else if (token is HtmlTagToken { Id: HtmlTagId.Br or HtmlTagId.P or HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.LI }) words.Append('\n');
            else if (token is HtmlDataToken data && hidden == 0 && token.Kind == HtmlTokenKind.Data) words.Append(data.Data.ReplaceLineEndings(" "));
        }
        return words.ToString();
    }
}
