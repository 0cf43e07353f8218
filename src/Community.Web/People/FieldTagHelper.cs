using Community.Web.Assets;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Community.Web.People;

/// <summary><c>&lt;field name="email" label="…" type="email" value="…" hint="…" /&gt;</c>: label, input, what was wrong with it, and a hint, tied together. Other attributes go to the input; a password is never given back.</summary>
[HtmlTargetElement("field", Attributes = "name,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(AssetAddresses assets) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public string Type { get; set; } = "text";

    public string? Value { get; set; }

    public string? Hint { get; set; }

    /// <summary>A text of several lines.</summary>
    public int? Rows { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var wrong = ViewContext.ViewData.ModelState.TryGetValue(Name, out var state) && state.Errors.Count > 0 ? state.Errors[0].ErrorMessage : null;
        var input = new TagBuilder(Rows is null ? "input" : "textarea") { TagRenderMode = Rows is null ? TagRenderMode.StartTag : TagRenderMode.Normal };
        input.Attributes["id"] = Name;
        input.Attributes["name"] = Name;
        if (Rows is { } rows) input.Attributes["rows"] = rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
        else input.Attributes["type"] = Type;
        foreach (var attribute in output.Attributes) input.Attributes[attribute.Name] = attribute.Value?.ToString();
        output.Attributes.Clear();
        if (Rows is not null) input.InnerHtml.Append("\n" + Value);
        else if (Type != "password" && Value is not null) input.Attributes["value"] = Value;
        if (wrong is not null) input.Attributes["aria-invalid"] = "true";
        if (wrong is not null || Hint is not null)
            input.Attributes["aria-describedby"] = string.Join(' ', new[] { wrong is null ? null : $"{Name}-wrong", Hint is null ? null : $"{Name}-hint" }.Where(id => id is not null));

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        var label = new TagBuilder("label");
        label.Attributes["for"] = Name;
        label.InnerHtml.Append(Label);
        output.Content.AppendHtml(label).AppendHtml(input);
        if (wrong is not null) output.Content.AppendHtml(Line("wrong", wrong));
        if (Hint is not null) output.Content.AppendHtml(Line("hint", Hint));
    }

    TagBuilder Line(string kind, string text)
    {
        var line = new TagBuilder("p");
        line.AddCssClass(kind);
        line.Attributes["id"] = $"{Name}-{kind}";
        if (kind == "wrong") line.InnerHtml.AppendHtml($"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"{assets["lib/icons.svg"]}#circle-x\"></use></svg>");
        line.InnerHtml.Append(text);
        return line;
    }
}
