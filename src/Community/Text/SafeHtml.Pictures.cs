using AngleSharp.Dom;

namespace Community.Text;

/// <summary>Pictures of the site's own. Their sizes are filled in when they are read; what is stored shows them without.</summary>
sealed partial class SafeHtml
{
    /// <summary>A picture that is a paragraph of its own.</summary>
    IElement? OnlyPicture(IElement paragraph)
    {
        var picture = paragraph.FirstElementChild;
        return picture is { LocalName: "img" } && paragraph.ChildNodes.Length == 1 && AttachmentPath.Parse(links.Resolve(picture.GetAttribute("src"))) is not null ? picture : null;
    }

    /// <summary>Its title is the caption.</summary>
    void Figure(IElement picture)
    {
        html.Append("<figure>");
        Image(picture);
        if (picture.GetAttribute("title") is { Length: > 0 } caption)
        {
            html.Append("<figcaption>");
            plain.Append(' ');
            Text(caption);
            Close("figcaption");
        }
        Close("figure");
    }

    void Picture(IElement element, AttachmentPath attachment, string alt)
    {
        Attached(element, attachment.Id);
        var isLinked = element.Closest("a[href]") is not null;
        if (!isLinked)
        {
            html.Append("<a class=\"picture\"");
            Attribute("href", attachment.Address);
            html.Append('>');
        }
        html.Append("<img");
        Attribute("src", attachment.Address);
        Attribute("alt", alt);
        html.Append(" loading=\"lazy\">");
        if (!isLinked) Close("a");
        plain.Append(alt);
    }

    /// <summary>What a quotation shows hangs on the quoted post, and goes out of sight with it.</summary>
    void Attached(IElement element, long id)
    {
        if (!IsQuoted(element)) notes.Attachments.Add(id);
    }

    static bool IsQuoted(IElement element) => element.Closest("blockquote[data-post]") is not null;
}
