using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Community.Web.Frame;

/// <summary><c>&lt;face person-id="7" name="Li Wen" small="true" /&gt;</c>: the picture, else initials on a tint made from the id. The name must stand beside it.</summary>
[HtmlTargetElement("face", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FaceTagHelper(Marks marks) : TagHelper
{
    public long PersonId { get; set; }

    public string Name { get; set; } = "";

    public bool Small { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        await marks.Load();
        output.TagName = null;
        output.Content.SetHtmlContent(marks.Face(PersonId, Name, Small));
    }
}
