using System.Globalization;
using System.Security.Cryptography;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Community.Text;

/// <summary>
/// Markdown to safe HTML: CommonMark with pipe tables, task lists, footnotes, strikethrough, bare addresses, TeX, mentions, tags and quotations;
/// HTML is shown as the text it is, but for <c>&lt;br&gt;</c> and pairs of bare <c>sub</c>, <c>sup</c> and <c>kbd</c>. Safe on any thread.
/// </summary>
public static class Markdown
{
    public const int MaxCharacters = 65_536;
    public const int MaxHtmlCharacters = 1_048_576;

    /// <summary>Around every block, until it is written anew.</summary>
    internal const string BlockElement = "article";

    static readonly MarkdownPipeline Pipeline = Dialect.Build();

    /// <exception cref="RefusedException">The text is too long, or nested or tabled beyond what can be shown; never for its words.</exception>
    public static Rendered Render(string source, RenderOptions? options = null)
    {
        options ??= RenderOptions.Post;
        var text = source.Replace('\0', '\uFFFD');
        Bounds.Check(text);

        var notes = new Notes(options);
        var (html, starts) = Convert(text, notes);
        if (html.Length > MaxHtmlCharacters) throw Bounds.TooMuch();

        var prefix = options.Prefix ?? "r" + RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", 6) + "-";
        return SafeHtml.Write(html, starts, text.Length, options, prefix, notes);
    }

    /// <summary>The blocks at the top of a text, each with the empty lines behind it; together they are the whole text.</summary>
    /// <exception cref="RefusedException">As when it is rendered.</exception>
    public static IReadOnlyList<string> Split(string source)
    {
        if (source.Length == 0) return [];

        var text = source.Replace('\0', '\uFFFD');
        Bounds.Check(text);
        var starts = StartsOf(text, [.. Parse(text, new Notes(RenderOptions.Post)).Where(block => block is not (LinkReferenceDefinitionGroup or FootnoteGroup)).Select(block => LineOf(block, text))]);
        return starts.Count == 0 ? [source] : [.. starts.Select((start, i) => source[start..(i + 1 < starts.Count ? starts[i + 1] : source.Length)])];
    }

    /// <summary>Each block at the top comes in an element that no text can make, and that is taken off again.</summary>
    /// <returns>The HTML, and where each block but the last, which is that of the footnotes, begins in the text.</returns>
    static (string Html, List<int> Starts) Convert(string text, Notes notes)
    {
        var document = Parse(text, notes);
        var starts = new List<int>();
        using var html = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        foreach (var block in document)
        {
            if (block is LinkReferenceDefinitionGroup) continue;

            if (block is not FootnoteGroup) starts.Add(LineOf(block, text));
            html.Write($"<{BlockElement}>");
            renderer.Render(block);
            html.Write($"</{BlockElement}>");
        }

        return (html.ToString(), StartsOf(text, starts));
    }

    static MarkdownDocument Parse(string text, Notes notes)
    {
        var context = new MarkdownParserContext();
        context.Properties[typeof(Notes)] = notes;
        try
        {
            return Markdig.Markdown.Parse(text, Pipeline, context);
        }
        catch (ArgumentException e) when (e.Message.Contains("too deeply nested", StringComparison.Ordinal))
        {
            throw Bounds.TooManyMarks();
        }
    }

    /// <summary>A heading that is underlined knows the line of its line only.</summary>
    static int LineOf(Block block, string text) => block is HeadingBlock { IsSetext: true } ? text.AsSpan(0, block.Span.Start).Count('\n') : block.Line;

    /// <summary>Where lines begin.</summary>
    static List<int> StartsOf(string text, List<int> lines)
    {
        var (starts, line, at) = (new List<int>(lines.Count), 0, 0);
        foreach (var wanted in lines)
        {
            for (; line < wanted && at < text.Length; line++)
            {
                var end = text.AsSpan(at).IndexOfAny('\r', '\n');
                at = end < 0 ? text.Length : at + end + (text[at + end] == '\r' && at + end + 1 < text.Length && text[at + end + 1] == '\n' ? 2 : 1);
            }

            starts.Add(starts.Count == 0 ? 0 : at);
        }

        return starts;
    }
}
