using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace Community.Text;

/// <summary>The extensions, one by one: the sets that come ready-made let authors write attributes.</summary>
sealed class Dialect : IMarkdownExtension
{
    public static MarkdownPipeline Build() => new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables(new PipeTableOptions { UseHeaderForColumnCount = true })
        .UseTaskLists()
        .UseFootnotes()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true })
        .Use<Dialect>()
        .Build();

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.InsertBefore<ParagraphBlockParser>(new TexBlockParser());
        pipeline.InlineParsers.InsertBefore<EscapeInlineParser>(new TexInlineParser());
        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new QuoteMarkParser());
        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new NoteLinkParser());
        pipeline.InlineParsers.InsertBefore<AutolinkInlineParser>(new BareTagParser());
        pipeline.InlineParsers.Add(new MentionParser());
        pipeline.InlineParsers.Add(new HashTagParser());
        pipeline.InlineParsers.Add(new SitePathParser());
        pipeline.DocumentProcessed += Inlines.Settle;
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.Add(new TexBlockWriter());
        renderer.ObjectRenderers.Add(new PieceWriter());
        renderer.ObjectRenderers.Add(new BarePairWriter());
    }
}
