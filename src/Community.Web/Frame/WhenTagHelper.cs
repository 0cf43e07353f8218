using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Community.Web.Frame;

/// <summary><c>&lt;when at="..." /&gt;</c>: a time in the reader's zone, the exact one on hover. <c>row</c> is for rows, <c>day</c> has no hours.</summary>
[HtmlTargetElement("when", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WhenTagHelper(Marks marks) : TagHelper
{
    public DateTime At { get; set; }

    public bool Row { get; set; }

    public bool Day { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        await marks.Load();
        output.TagName = null;
        output.Content.SetHtmlContent(Row ? marks.WhenInRow(At) : Day ? marks.Day(At) : marks.When(At));
    }
}
