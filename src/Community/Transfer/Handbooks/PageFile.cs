using Community.Text;
using Community.Topics;
using Markdig.Syntax;

namespace Community.Transfer.Handbooks;

/// <summary>One page of a handbook, made ready but for its links.</summary>
sealed class PageFile
{
    readonly Dictionary<string, string> slugs = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, string> loosely = [];

    /// <summary>From the handbook's folder, with slashes.</summary>
    public required string Path { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Addresses that the page says it has or had.</summary>
    public required IReadOnlyList<string> Addresses { get; init; }

    /// <summary>Its text in the parts that become notes; mostly one.</summary>
    public required IReadOnlyList<PagePart> Parts { get; init; }

    /// <param name="text">As the file holds it.</param>
    public static PageFile Of(string path, string text, MarkdownReport report)
    {
        var matter = FrontMatter.Of(text.ReplaceLineEndings("\n"));
        var (body, ids) = PageMarkup.Clean(matter.Body, path, report);
        var document = PageSyntax.Parse(body);
        var first = document.FirstOrDefault() is HeadingBlock { Level: 1 } heading ? Plain(body, heading) : null;
        var title = matter["title"] ?? first ?? System.IO.Path.GetFileNameWithoutExtension(path);
        if (first is not null && Folded.Of(first) == Folded.Of(title))
        {
            var cut = document[0].Span.End + 1;
            body = new string('\n', body.AsSpan(0, cut).Count('\n')) + body[cut..];
            document = PageSyntax.Parse(body);
        }

        var page = new PageFile
        {
            Path = path,
            Title = Short(title),
            Tags = matter.All("tags"),
            Addresses = [.. matter.All("permalink").Concat(matter.All("redirect_from")).Where(address => address.StartsWith('/'))],
            Parts = PageParts.Of(body, document, path, report),
        };
        page.NameHeadings(body, document, ids);
        return page;
    }

    /// <summary>Of a long page each note says which it is.</summary>
    public string TitleOf(int part) => Parts.Count == 1 ? Title : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Title} ({part} of {Parts.Count})");

    /// <summary>The slug of the heading that a link means, and the part it stands in; null when there is none.</summary>
    public (PagePart Part, string Slug)? Heading(string anchor)
    {
        var slug = slugs.GetValueOrDefault(Uri.UnescapeDataString(anchor)) ?? loosely.GetValueOrDefault(Loose(Uri.UnescapeDataString(anchor)));
        return slug is null ? null : (Parts.First(part => part.Slugs.Contains(slug)), slug);
    }

    /// <param name="ids">Names that headings were given by hand, by line.</param>
    void NameHeadings(string body, MarkdownDocument document, IReadOnlyDictionary<int, string> ids)
    {
        foreach (var part in Parts)
        {
            var names = new HeadingSlugs();
            foreach (var heading in document.Descendants<HeadingBlock>().Where(h => h.Span.Start >= part.Start && h.Span.Start < part.End))
            {
                var slug = names.Next(Plain(body, heading));
                part.Slugs.Add(slug);
                slugs.TryAdd(slug, slug);
                loosely.TryAdd(Loose(slug), slug);
                if (ids.TryGetValue(heading.Line, out var id)) slugs[id] = slug;
            }
        }
    }

    /// <summary>Other programs keep, drop or join other characters.</summary>
    static string Loose(string anchor) => string.Concat(anchor.ToLowerInvariant().Where(char.IsLetterOrDigit));

    static string Plain(string body, HeadingBlock heading) =>
        Text.Markdown.Render(body[heading.Span.Start..Math.Min(body.Length, heading.Span.End + 1)], new RenderOptions { Prefix = "h", LinksNotes = true }).PlainText;

    static string Short(string title)
    {
        var clean = string.Join(' ', System.Net.WebUtility.HtmlDecode(title).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return clean.Length == 0 ? "—" : clean.Length <= Topic.MaxTitleLength - 20 ? clean : clean[..(Topic.MaxTitleLength - 21)] + "…";
    }
}
