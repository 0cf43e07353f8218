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

    /// <summary>Where the marks of a text go, as long as both the text and the lexicon are in memory: pages of posts are read far more often than terms change.</summary>
    static readonly ConditionalWeakTable<Lexicon, ConditionalWeakTable<string, Places>> Kept = [];

    /// <param name="lexicon">What the reader may see; an empty one costs nothing.</param>
    /// <param name="spaceId">Where the text stands.</param>
    /// <param name="isKept">The very string stays in memory for other readers, so that it need not be looked through for each.</param>
    public static string Fill(string html, Lexicon lexicon, long spaceId, bool isKept = false)
    {
        if (lexicon.IsEmpty) return html;
        if (!isKept) return Written(html, Matches(html, lexicon.Finder, spaceId));

        var known = Kept.GetOrCreateValue(lexicon);
        if (known.TryGetValue(html, out var places) && places.SpaceId == spaceId) return Written(html, places.Matches);

        places = new Places(spaceId, Matches(html, lexicon.Finder, spaceId));
        known.AddOrUpdate(html, places);
        return Written(html, places.Matches);
    }

    /// <summary>The first place of each term, in their order.</summary>
    static List<TermMatch> Matches(string html, TermFinder finder, long spaceId)
    {
        var (matches, at) = (new List<TermMatch>(0), 0);
        while (at < html.Length && matches.Count < MostMarks)
        {
            if (html[at] == '<')
            {
                at = BehindTag(html, at);
                continue;
            }

            var next = html.IndexOf('<', at);
            var run = html.AsSpan(at, (next < 0 ? html.Length : next) - at);
            for (var read = 0; matches.Count < MostMarks && finder.Next(run, read, spaceId) is { } match; read = match.End)
                if (!matches.Exists(known => known.Term.Id == match.Term.Id)) matches.Add(match with { Start = at + match.Start, End = at + match.End });

            at += run.Length;
        }

        return matches;
    }

    static string Written(string html, List<TermMatch> matches)
    {
        if (matches.Count == 0) return html;

        var (filled, copied) = (new StringBuilder(html.Length + 300 * matches.Count), 0);
        foreach (var (start, end, term) in matches)
        {
            filled.Append(html, copied, start - copied).Append(Openings.GetValue(term, Opening)).Append(html, start, end - start).Append("</a>");
            copied = end;
        }

        return filled.Append(html, copied, html.Length - copied).ToString();
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

    sealed record Places(long SpaceId, List<TermMatch> Matches);
}
