using AngleSharp.Html.Parser;

namespace Community.Web.Notifications;

/// <summary>The beginning of a post as one plain line. Quotations are left out: they are somebody else's words, and may be out of sight by now.</summary>
public static class NoticeExcerpt
{
    const int MaxLength = 140;

    /// <returns>Null when nothing is left to show.</returns>
    public static string? Of(string html)
    {
        using var page = new HtmlParser().ParseDocument(html);
        foreach (var quotation in page.QuerySelectorAll("blockquote")) quotation.Remove();
        var words = (page.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join(' ', words);
        if (text.Length == 0) return null;
        if (text.Length <= MaxLength) return text;

        var end = text.LastIndexOf(' ', MaxLength);
        if (end <= 0) end = char.IsLowSurrogate(text[MaxLength]) ? MaxLength - 1 : MaxLength;
        return text[..end] + "…";
    }
}
