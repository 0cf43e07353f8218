using System.Buffers;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Community.Glossary;

namespace Community.Web.Glossary;

/// <summary>
/// Stored HTML with the terms of the reader's glossaries marked, filled in when it is read: the first place of each becomes a link that says the meaning. Text only:
/// never in a tag, a link, code, a formula, a heading or what somebody else said.
/// </summary>
public static class TermHtml
{
    public const int MostMarks = 20;

    static readonly HashSet<string> Silent = [.. "a abbr blockquote button code h1 h2 h3 h4 h5 h6 kbd pre q samp summary".Split(' ')];

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsSilent = Silent.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>What a mark begins with, made once as long as the term is known.</summary>
    static readonly ConditionalWeakTable<KnownTerm, string> Openings = [];

    /// <param name="lexicon">What the reader may see; an empty one costs nothing.</param>
    /// <param name="spaceId">Where the text stands.</param>
    public static string Fill(string html, Lexicon lexicon, long spaceId)
    {
        if (lexicon.IsEmpty) return html;

        var (finder, seen, copied, at) = (lexicon.Finder, new List<long>(), 0, 0);
        StringBuilder? filled = null;
        while (at < html.Length && seen.Count < MostMarks)
        {
            if (html[at] == '<')
            {
                at = BehindTag(html, at);
                continue;
            }

            var next = html.IndexOf('<', at);
            var end = next < 0 ? html.Length : next;
            var read = 0;
            while (seen.Count < MostMarks && finder.Next(html.AsSpan(at, end - at), read, spaceId) is { } match)
            {
                read = match.End;
                var (from, to) = (at + match.Start, at + match.End);
                if (seen.Contains(match.Term.Id)) continue;

                seen.Add(match.Term.Id);
                filled ??= new StringBuilder(html.Length + 500);
                filled.Append(html, copied, from - copied).Append(Openings.GetValue(match.Term, Opening)).Append(html, from, to - from).Append("</a>");
                copied = to;
            }

            at = end;
        }

        return filled is null ? html : filled.Append(html, copied, html.Length - copied).ToString();
    }

    static string Opening(KnownTerm term) => string.Create(CultureInfo.InvariantCulture,
        $"<a class=\"term\" href=\"{GlossaryAddress.Of(term.Id, term.Name)}\" data-term=\"{WebUtility.HtmlEncode(term.Name)}\" title=\"{WebUtility.HtmlEncode(term.Name)}: {WebUtility.HtmlEncode(term.Meaning)}\">");

    /// <summary>Behind the tag, or, where nothing is marked in the element, behind all of it.</summary>
    static int BehindTag(string html, int at)
    {
        var tag = html.AsSpan(at, TagEnd(html, at) - at);
        var name = tag[1..];
        var length = name.IndexOfAnyExcept(NameCharacters);
        if (length >= 0) name = name[..length];
        var isSilent = name.Length > 0 && (IsSilent.Contains(name) || tag.Contains(" class=\"math\"", StringComparison.Ordinal));
        return isSilent ? BehindElement(html, at, name) : at + tag.Length;
    }

    static int BehindElement(string html, int at, ReadOnlySpan<char> name)
    {
        var depth = 0;
        do
        {
            var rest = html.AsSpan(at + 1);
            if (rest.StartsWith(name) && !IsNameCharacter(rest, name.Length)) depth++;
            else if (rest.Length > 0 && rest[0] == '/' && rest[1..].StartsWith(name) && !IsNameCharacter(rest, name.Length + 1)) depth--;
            at = TagEnd(html, at);
            if (depth == 0) return at;

            at = html.IndexOf('<', at);
        }
        while (at >= 0);

        return html.Length;
    }

    static bool IsNameCharacter(ReadOnlySpan<char> rest, int at) => at < rest.Length && NameCharacters.Contains(rest[at]);

    /// <summary>Behind its bracket; one inside an attribute's quotation marks is none.</summary>
    static int TagEnd(string html, int at)
    {
        for (var i = at; i < html.Length; i++)
        {
            if (html[i] == '>') return i + 1;
            if (html[i] != '"') continue;

            i = html.IndexOf('"', i + 1);
            if (i < 0) break;
        }

        return html.Length;
    }
}
