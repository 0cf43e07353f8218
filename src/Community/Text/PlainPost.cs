using System.Net;
using System.Text;

namespace Community.Text;

/// <summary>A post's words without its markup, in one pass. What it quotes from another post is left out: that post may have been taken back, and stands for itself.</summary>
public static class PlainPost
{
    static readonly HashSet<string> Inline = [.. "a abbr b code del em i ins kbd mark q s samp small span strong sub sup time u".Split(' ')];

    /// <param name="html">As stored; anything else is read leniently.</param>
    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length);
        var quoteDepth = 0;
        for (var at = 0; at < html.Length;)
        {
            if (html[at] != '<')
            {
                var end = html.IndexOf('<', at);
                if (end < 0) end = html.Length;
                if (quoteDepth == 0) text.Append(html, at, end - at);
                at = end;
                continue;
            }

            var tag = html.AsSpan(at, EndOfTag(html, at) - at);
            at += tag.Length;
            var name = NameOf(tag);
            if (name is "blockquote") quoteDepth = Deeper(tag, quoteDepth);
            if (!Inline.Contains(name)) text.Append(' ');
        }

        return Fold(WebUtility.HtmlDecode(text.ToString()));
    }

    /// <summary>Inside a quotation every further one counts, so that its end is found.</summary>
    static int Deeper(ReadOnlySpan<char> tag, int depth)
    {
        if (tag.StartsWith("</")) return Math.Max(0, depth - 1);

        return depth > 0 || tag.Contains("class=\"quote\"", StringComparison.Ordinal) || tag.Contains("data-post=", StringComparison.Ordinal) ? depth + 1 : 0;
    }

    static int EndOfTag(string html, int start)
    {
        var quote = '\0';
        for (var at = start + 1; at < html.Length; at++)
        {
            var c = html[at];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"') quote = c;
            else if (c == '>') return at + 1;
        }

        return html.Length;
    }

    static string NameOf(ReadOnlySpan<char> tag)
    {
        var name = tag[1..].TrimStart('/');
        var length = 0;
        while (length < name.Length && char.IsAsciiLetterOrDigit(name[length])) length++;
        return length > 16 ? "" : name[..length].ToString().ToLowerInvariant();
    }

    static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }
}
