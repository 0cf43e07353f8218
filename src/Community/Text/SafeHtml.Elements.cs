using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Community.Text;

/// <summary>The elements that are written otherwise than they come.</summary>
sealed partial class SafeHtml
{
    void Anchor(IElement element, int depth)
    {
        var kind = element.ClassName;
        var href = kind is "footnote-ref" or "footnote-back-ref" && element.GetAttribute("href") is ['#', .. var id] ? "#" + Own(id) : links.Resolve(element.GetAttribute("href"));
        if (href is null)
        {
            Children(element, depth + 1);
            return;
        }

        if (AttachmentPath.Parse(href) is { } attachment) Attached(element, attachment.Id);
        html.Append("<a");
        Attribute("id", Id(element));
        Attribute("class", kind is "mention" or "tag" or NoteLinkForm.Class or "footnote-ref" or "footnote-back-ref" ? kind : null);
        Attribute("href", href);
        Attribute("title", element.GetAttribute("title"));
        Attribute("rel", Links.IsExternal(href) ? "nofollow noopener ugc" : null);
        html.Append('>');
        var before = plain.Length;
        Children(element, depth + 1);
        Close("a");

        if (kind is "footnote-ref" or "footnote-back-ref") plain.Length = before;
        if (kind == "mention") notes.Mentions.Add(Numbers.Long(href["/people/".Length..]));
        if (kind == NoteLinkForm.Class && NoteLinkForm.TitleIn(href) is { } title && !IsQuoted(element)) notes.NoteTitles.Add(title);
        if (kind == "tag") notes.Tags.Add(Uri.UnescapeDataString(href["/tags/".Length..]));
    }

    /// <summary>Pictures from elsewhere would tell their host who reads what, and the page's policy shows none: they become links.</summary>
    void Image(IElement element)
    {
        var alt = element.GetAttribute("alt") ?? "";
        var source = links.Resolve(element.GetAttribute("src"));
        if (AttachmentPath.Parse(source) is { } attachment)
        {
            Picture(element, attachment, alt);
            return;
        }

        var words = !string.IsNullOrWhiteSpace(alt) ? alt : Links.Host(source);
        if (source is null || element.Closest("a[href]") is not null)
        {
            Text(words);
            return;
        }
        html.Append("<a");
        Attribute("href", source);
        Attribute("title", element.GetAttribute("title"));
        Attribute("rel", Links.IsExternal(source) ? "nofollow noopener ugc" : null);
        html.Append('>');
        Text(words);
        Close("a");
    }

    /// <summary>Its name for screen readers is the task's own text.</summary>
    void CheckBox(IElement element)
    {
        var isChecked = element.HasAttribute("checked");
        if (element.ParentElement is not { } task || task.FirstChild != element)
        {
            Text(isChecked ? "[x]" : "[ ]");
            return;
        }

        var words = new StringBuilder();
        foreach (var node in task.ChildNodes.Skip(1).TakeWhile(node => node is not IElement { LocalName: "ul" or "ol" }))
        {
            words.Append(node.TextContent);
            if (words.Length > 100) break;
        }
        var label = PlainText.Fold(words);
        html.Append("<input type=\"checkbox\" disabled").Append(isChecked ? " checked" : "");
        Attribute("aria-label", label.Length > 100 ? label[..100] : label);
        html.Append('>');
    }

    void Table(IElement element, int depth)
    {
        html.Append("<div class=\"scroll\" tabindex=\"0\">");
        Open(element);
        Children(element, depth + 2);
        html.Append("</table></div>");
    }

    void Heading(IElement element, int depth)
    {
        var heading = headings.Of(element);
        var name = string.Create(CultureInfo.InvariantCulture, $"h{heading.Level}");
        html.Append('<').Append(name);
        Attribute("id", heading.Id);
        html.Append('>');
        Children(element, depth + 1);
        Close(name);
    }
}
