using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Community.Transfer;

namespace Community.Notifications.Replies;

/// <param name="IsStructured">The HTML says itself what is quoted.</param>
sealed record ReadHtml(string Markdown, bool IsStructured);

/// <summary>A reply's HTML as Markdown, in which lines of one letter, which no text has, stand for what a mail program marks.</summary>
static class ReplyHtml
{
    /// <summary>What follows is our letter.</summary>
    public const string QuoteBegins = "\uFDD0";

    /// <summary>Here stood who wrote what follows, and when.</summary>
    public const string Attribution = "\uFDD1";

    /// <summary>Somebody whose text stands in the box of their signature has more in it.</summary>
    const int LongestSignature = 1_000, MostSignatures = 100;

    const string Signatures = ".gmail_signature, .gmail_signature_prefix, [data-smartmail=gmail_signature], .moz-signature, #Signature, #signature, #x_Signature, #AppleMailSignature, #ms-outlook-mobile-signature, #ms-outlook-mobile-body-separator-line, .protonmail_signature_block, .ymail_android_signature, .ms-outlook-ios-signature, #mail-app-auto-default-signature, .tutanota_signature, .mailbox_signature";

    const string Letters = "#divRplyFwdMsg, #appendonsend, #mail-editor-reference-message-container, .OutlookMessageHeader, #OLK_SRC_BODY_SECTION, #stopSpelling";

    const string Introductions = ".gmail_attr, .moz-cite-prefix";

    const string Boxes = "div.gmail_quote, div.gmail_quote_container, div.yahoo_quoted, div.protonmail_quote, div.tutanota_quote, div.zmail_extra, div.moz-forward-container, div.WPS_quote";

    static readonly HtmlParser Parser = new();

    /// <param name="place">Gives each picture its address; null for one that is not shown.</param>
    public static ReadHtml Read(string html, LetterSigns signs, Func<string, string?> place)
    {
        if (FlatHtml.IsTooMuch(html)) return new ReadHtml(FlatHtml.Words(html), false);

        var body = Parser.ParseDocument(html).Body!;
        if (FlatHtml.IsTooMuch(body)) return new ReadHtml(FlatHtml.Words(html), false);

        foreach (var signature in body.QuerySelectorAll(Signatures).Where(element => element.TextContent.Length <= LongestSignature && !HoldsLetter(element)).Take(MostSignatures).ToList()) signature.Remove();
        foreach (var picture in body.QuerySelectorAll("img").ToList()) Place(picture, place);
        var isStructured = Mark(body, signs);
        return new ReadHtml(HtmlToMarkdown.Convert(body.InnerHtml), isStructured);
    }

    static bool Mark(IElement body, LetterSigns signs)
    {
        var isStructured = body.QuerySelector("blockquote[type=cite], blockquote.gmail_quote, blockquote.protonmail_quote") is not null;
        if (body.QuerySelector(Letters) is { } letter)
        {
            var line = body.Owner!.CreateElement("p");
            line.TextContent = QuoteBegins;
            letter.Before(line);
            isStructured = true;
        }

        IElement? last = null;
        foreach (var box in body.QuerySelectorAll(Boxes).ToList())
        {
            if (last?.Contains(box) == true) continue;

            last = box;
            if (IsForwarded(box) && !IsOurs(box.InnerHtml, signs)) continue;

            isStructured = true;
            foreach (var introduction in box.QuerySelectorAll(Introductions).ToList()) introduction.TextContent = Attribution;
            if (box.QuerySelector("blockquote") is null || box.ClassList.Contains("yahoo_quoted")) box.InnerHtml = $"<blockquote>{box.InnerHtml}</blockquote>";
        }

        foreach (var introduction in body.QuerySelectorAll(".moz-cite-prefix").ToList())
        {
            introduction.TextContent = Attribution;
            isStructured = true;
        }

        return isStructured;
    }

    static bool HoldsLetter(IElement element) => element.QuerySelector(Letters + ", " + Boxes + ", blockquote") is not null;

    static bool IsForwarded(IElement box) => box.ClassList.Contains("moz-forward-container") || box.TextContent.AsSpan().TrimStart().StartsWith("-----");

    static bool IsOurs(string text, LetterSigns signs) => signs.HasSender(text) || signs.HasSite(text);

    /// <summary>Pictures of a point or two tell a sender who reads; what stands in the address itself is too much for a text.</summary>
    static void Place(IElement picture, Func<string, string?> place)
    {
        var source = picture.GetAttribute("src") ?? "";
        var isDot = picture.GetAttribute("width") is "0" or "1" or "2" || picture.GetAttribute("height") is "0" or "1" or "2";
        if (isDot || source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || place(source) is not { Length: > 0 } address) picture.RemoveAttribute("src");
        else picture.SetAttribute("src", address);
    }
}
