using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Community.Web.Assets;

/// <summary><c>&lt;import-map /&gt;</c>: the one inline element of a page. It must stand before the first module script.</summary>
[HtmlTargetElement("import-map", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ImportMapTagHelper(AssetAddresses assets) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "script";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", "importmap");
        output.Content.SetHtmlContent(assets.ImportMap);
    }
}
