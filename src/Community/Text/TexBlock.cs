using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Community.Text;

/// <summary>Lines from one that begins with <c>$$</c> to one that ends with it.</summary>
sealed class TexBlock(BlockParser parser) : LeafBlock(parser);

sealed class TexBlockWriter : HtmlObjectRenderer<TexBlock>
{
    protected override void Write(HtmlRenderer renderer, TexBlock obj)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"math\">");
        renderer.WriteLeafRawLines(obj, false, true);
        renderer.WriteLine("</div>");
    }
}
