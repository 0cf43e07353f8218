using AngleSharp.Html.Parser;

namespace Community.Web.Feeds;

/// <summary>A text as it is read outside the site: its addresses are absolute.</summary>
/// <param name="Site">The site's address, without a slash at its end.</param>
/// <param name="Extension">Of the feed that is made: .atom or .json.</param>
public sealed record OutsideHtml(string Site, string Extension)
{
    static readonly (string Element, string Attribute)[] Addresses = [("a[href]", "href"), ("img[src]", "src")];

    public string Absolute(string path) => Site + path;

    public string Of(string html)
    {
        using var page = new HtmlParser().ParseDocument(html);
        foreach (var (element, attribute) in Addresses)
            foreach (var found in page.QuerySelectorAll(element))
                if (found.GetAttribute(attribute) is { Length: > 0 } address && address[0] == '/') found.SetAttribute(attribute, Absolute(address));
        return page.Body?.InnerHtml ?? "";
    }
}
