using MimeKit;

namespace Community.Notifications.Replies;

/// <summary>
/// Reads a reply to one of our letters: what its writer wrote, and what is attached. Where it cannot be told whether words are the writer's, they stay.
/// </summary>
public static class ReplyText
{
    /// <summary>The plain text is believed first; HTML where there is none, or where only HTML tells what is quoted.</summary>
    public static ReplyBody Of(MimeMessage mail, ReplyMarks marks)
    {
        var parts = ReplyParts.Of(mail);
        var signs = new LetterSigns(marks, mail.Subject);
        var pictures = new ReplyPictures(parts);

        CutText? plain = string.IsNullOrWhiteSpace(parts.Plain) ? null : ReplyCut.Of(pictures.Placed(parts.Plain), signs);
        CutText? html = null;
        if (plain is not { IsCut: true } || pictures.AreShown) html = OfHtml(parts.Html, pictures, signs, plain is null);

        var chosen = plain is null || html is { IsStructured: true } && !plain.IsCut ? html ?? plain : plain;
        var markdown = PartText.Clean(chosen?.Markdown ?? "").Trim('\n');
        return new ReplyBody(markdown, pictures.Files(markdown, html?.Markdown));
    }

    static CutText? OfHtml(string html, ReplyPictures pictures, LetterSigns signs, bool isOnlyText)
    {
        if (html.Length == 0) return null;

        var read = ReplyHtml.Read(html, signs, pictures.Place);
        return read.IsStructured || isOnlyText || pictures.AreShown ? ReplyCut.Of(read.Markdown, signs, isHtml: true) with { IsStructured = read.IsStructured } : null;
    }
}
