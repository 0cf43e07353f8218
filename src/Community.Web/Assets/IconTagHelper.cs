using Community.Web.Frame;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Community.Web.Assets;

/// <summary>
/// <c>&lt;icon name="search" /&gt;</c>: an icon of the sprite, hidden from screen readers because a word always stands beside it. The names are
/// those of <c>icons.txt</c>, and <c>mark</c>. A <c>class</c> is added to its own.
/// </summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper(AssetAddresses assets) : TagHelper
{
    [HtmlAttributeName("name")]
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var added = output.Attributes["class"]?.Value?.ToString();
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", added is null ? "icon" : $"icon {added}");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent(Marks.Use(assets, Name));
    }
}
