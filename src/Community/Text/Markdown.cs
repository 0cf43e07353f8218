using System.Security.Cryptography;
using Markdig;

namespace Community.Text;

/// <summary>
/// Markdown to safe HTML: CommonMark with pipe tables, task lists, footnotes, strikethrough, bare addresses, TeX, mentions, tags and quotations;
/// HTML is shown as the text it is, but for <c>&lt;br&gt;</c> and pairs of bare <c>sub</c>, <c>sup</c> and <c>kbd</c>. Safe on any thread.
/// </summary>
public static class Markdown
{
    public const int MaxCharacters = 65_536;
    public const int MaxHtmlCharacters = 1_048_576;

    static readonly MarkdownPipeline Pipeline = Dialect.Build();

    /// <exception cref="RefusedException">The text is too long, or nested or tabled beyond what can be shown; never for its words.</exception>
    public static Rendered Render(string source, RenderOptions? options = null)
    {
        options ??= RenderOptions.Post;
        var text = source.Replace('\0', '\uFFFD');
        Bounds.Check(text);

        var notes = new Notes(options);
        var html = Convert(text, notes);
        if (html.Length > MaxHtmlCharacters) throw Bounds.TooMuch();

        var prefix = options.Prefix ?? "r" + RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", 6) + "-";
        return SafeHtml.Write(html, options, prefix, notes);
    }

    static string Convert(string text, Notes notes)
    {
        try
        {
            var context = new MarkdownParserContext();
            context.Properties[typeof(Notes)] = notes;
            return Markdig.Markdown.ToHtml(Markdig.Markdown.Parse(text, Pipeline, context), Pipeline);
        }
        catch (ArgumentException e) when (e.Message.Contains("too deeply nested", StringComparison.Ordinal))
        {
            throw Bounds.TooManyMarks();
        }
    }
}
