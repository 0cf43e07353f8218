using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Community.Text;

/// <summary>The attachments that a text shows or links, as they stand in its source. What only looks so, in code, is left alone.</summary>
static class AttachmentLinks
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UsePreciseSourceLocation().Build();

    /// <param name="addressOf">The new address of an attachment, or null to leave it.</param>
    public static string Rewrite(string source, Func<long, string?> addressOf)
    {
        if (!source.Contains("/attachments/", StringComparison.Ordinal)) return source;

        foreach (var span in Places(source).OrderByDescending(span => span.Start))
            if (AttachmentPath.Parse(source.Substring(span.Start, span.Length)) is { } path && addressOf(path.Id) is { } address)
                source = source.Remove(span.Start, span.Length).Insert(span.Start, address);
        return source;
    }

    static List<SourceSpan> Places(string source)
    {
        var document = Markdig.Markdown.Parse(source, Pipeline);
        var links = document.Descendants<LinkInline>().Where(link => link.Reference is null).Select(link => link.UrlSpan);
        var definitions = document.Descendants<LinkReferenceDefinition>().Select(definition => definition.UrlSpan);
        return [.. links.Concat(definitions).Where(span => span.Length > 0 && span.End < source.Length).Distinct()];
    }
}
