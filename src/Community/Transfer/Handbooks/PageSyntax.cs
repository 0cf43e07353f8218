using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Community.Transfer.Handbooks;

/// <summary>Finds in the text of a page where code, headings and addresses stand.</summary>
static class PageSyntax
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePreciseSourceLocation().UsePipeTables().UseFootnotes().Build();

    public static MarkdownDocument Parse(string text) => Markdig.Markdown.Parse(text, Pipeline);

    /// <summary>What must stay as it is: code in blocks and lines, and what a template marks as raw.</summary>
    public static IReadOnlyList<Range> Code(string text)
    {
        var ranges = new List<(int Start, int End)>();
        foreach (var node in Parse(text).Descendants())
            if (node is CodeBlock or CodeInline) ranges.Add((node.Span.Start, node.Span.End + 1));

        for (var at = text.IndexOf("{% raw %}", StringComparison.Ordinal); at >= 0; at = text.IndexOf("{% raw %}", at + 1, StringComparison.Ordinal))
            ranges.Add((at, text.IndexOf("{% endraw %}", at, StringComparison.Ordinal) is var end and > 0 ? end : text.Length));
        return [.. ranges.Order().Select(range => range.Start..Math.Min(range.End, text.Length))];
    }

    public static bool Holds(this IReadOnlyList<Range> ranges, int at) => ranges.Any(range => range.Start.Value <= at && at < range.End.Value);

    /// <summary>Where addresses of links, pictures and definitions stand, in order.</summary>
    public static IReadOnlyList<Address> Addresses(string text)
    {
        var found = new List<Address>();
        foreach (var node in Parse(text).Descendants())
        {
            var (span, url) = node switch
            {
                LinkInline { Reference: null, IsAutoLink: false } link => (link.UrlSpan, link.Url),
                LinkReferenceDefinition definition => (definition.UrlSpan, definition.Url),
                _ => (SourceSpan.Empty, null),
            };
            if (span.IsEmpty || span.End >= text.Length || string.IsNullOrEmpty(url)) continue;

            found.Add(new Address(span.Start, span.End + 1, url, node is LinkInline { IsImage: true }));
        }

        return [.. found.DistinctBy(address => address.Start).OrderBy(address => address.Start)];
    }
}

/// <summary>An address in a text.</summary>
/// <param name="Url">What it says, without escapes.</param>
readonly record struct Address(int Start, int End, string Url, bool IsPicture);
