using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Community.Web.Frame;

/// <summary>Puts the token against forged requests into every form that is posted; the framework's own helper leaves forms with an address out.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTagHelper(Marks marks) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.PostContent.AppendHtml(marks.Token());
    }
}
