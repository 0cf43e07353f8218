using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Community.Web.Frame;

/// <summary><c>&lt;face person-id="7" name="Li Wen" small="true" /&gt;</c>: the picture, else initials on a tint made from the id. The name must stand beside it.</summary>
[HtmlTargetElement("face", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FaceTagHelper(KnownFaces faces) : TagHelper
{
    public long PersonId { get; set; }

    public string Name { get; set; } = "";

    public bool Small { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Small ? "face small" : "face");
        output.Attributes.SetAttribute("data-tint", (PersonId % 6).ToString(CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("aria-hidden", "true");
        if (await faces.VersionOf(PersonId) is not { } version)
        {
            output.Content.SetContent(Initials(Name));
            return;
        }

        var address = string.Create(CultureInfo.InvariantCulture, $"/people/{PersonId}/face/{version}/");
        var (once, twice) = Small ? (64, 64) : (128, 320);
        output.Content.SetHtmlContent($"<img src=\"{address}{once}\" srcset=\"{address}{twice} 2x\" width=\"{once}\" height=\"{once}\" alt=\"\" loading=\"lazy\">");
    }

    static string Initials(string name)
    {
        var words = name.Split([' ', '-', '.', '_'], StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsLetterOrDigit(word[0])).ToList();
        return words.Count switch
        {
            0 => "?",
            1 => words[0][..1].ToUpperInvariant(),
            _ => (words[0][..1] + words[^1][..1]).ToUpperInvariant(),
        };
    }
}
