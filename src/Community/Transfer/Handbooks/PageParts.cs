using Community.Topics;
using Markdig.Syntax;

namespace Community.Transfer.Handbooks;

/// <summary>What of a page becomes one note.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">With the definitions that its links need.</param>
/// <param name="Start">Where it stands in the page.</param>
sealed record PagePart(int Number, string Text, int Start, int End)
{
    /// <summary>Of its headings.</summary>
    public HashSet<string> Slugs { get; } = [];
}

/// <summary>Cuts a page that is longer than a post may be at its headings, so that each part holds as much as fits.</summary>
static class PageParts
{
    /// <summary>Leaves room for addresses, which become longer, and for the lines that lead from part to part.</summary>
    const int MostCharacters = PostText.MaxLength - 6_000;

    public static IReadOnlyList<PagePart> Of(string body, MarkdownDocument document, string path, MarkdownReport report)
    {
        if (body.Length <= MostCharacters) return [new PagePart(1, body.Trim('\n'), 0, int.MaxValue)];

        var definitions = string.Join('\n', document.Descendants<LinkReferenceDefinition>().Select(d => body[d.Span.Start..Math.Min(body.Length, d.Span.End + 1)]));
        var room = MostCharacters - definitions.Length;
        var ends = document.OfType<HeadingBlock>().Select(heading => heading.Span.Start).Where(start => start > 0).Append(body.Length).ToList();
        var (parts, from) = (new List<PagePart>(), 0);
        while (from < body.Length)
        {
            var to = ends.LastOrDefault(end => end > from && end - from <= room);
            if (to == 0)
            {
                to = ends.First(end => end > from);
                report.Remark("a section is longer than a note may be, and has no heading to be cut at", path);
            }

            var text = body[from..to].Trim('\n');
            parts.Add(new PagePart(parts.Count + 1, definitions.Length == 0 || to == body.Length ? text : text + "\n\n" + definitions, from, to == body.Length ? int.MaxValue : to));
            from = to;
        }

        report.Remark("longer than a note may be, and cut at headings into several that lead to each other", $"{path}: {parts.Count} notes");
        return parts;
    }
}
