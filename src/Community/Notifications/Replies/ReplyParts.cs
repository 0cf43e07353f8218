using System.Text;
using MimeKit;
using MimeKit.Tnef;

namespace Community.Notifications.Replies;

/// <summary>The texts and files of a mail, whatever they are packed in.</summary>
sealed class ReplyParts
{
    const int Deepest = 30;

    readonly StringBuilder plain = new(), html = new();

    public string Plain => plain.ToString();

    public string Html => html.ToString();

    public List<MimePart> Files { get; } = [];

    public static ReplyParts Of(MimeMessage mail)
    {
        var parts = new ReplyParts();
        if (mail.Body is { } body) parts.Read(body, 0);
        return parts;
    }

    void Read(MimeEntity entity, int depth)
    {
        if (depth > Deepest) return;

        switch (entity)
        {
            case Multipart multipart when multipart.ContentType.IsMimeType("multipart", "encrypted"):
                break;
            case Multipart multipart:
                foreach (var part in multipart) Read(part, depth + 1);
                break;
            case TnefPart tnef:
                ReadTnef(tnef, depth);
                break;
            case TextPart text when IsWritten(text):
                Add(text);
                break;
            case MimePart part when part.Content is not null && !IsSeal(part) && !IsOtherForm(part):
                Files.Add(part);
                break;
        }
    }

    void Add(TextPart text)
    {
        var into = text.IsHtml ? html : plain;
        if (into.Length > 0) into.Append("\n\n");
        into.Append(PartText.Of(text));
    }

    /// <summary>Exchange packs files, and sometimes the text, into one part; its text counts where there is no other.</summary>
    void ReadTnef(TnefPart tnef, int depth)
    {
        var inner = new ReplyParts();
        try
        {
            if (tnef.ConvertToMessage().Body is { } body) inner.Read(body, depth + 1);
        }
        catch (Exception broken) when (broken is FormatException or TnefException or IOException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            Files.Add(tnef);
            return;
        }

        Files.AddRange(inner.Files);
        if (plain.Length + html.Length > 0) return;

        plain.Append(inner.plain);
        html.Append(inner.html);
    }

    static bool IsWritten(TextPart text) =>
        !text.IsAttachment && (text.IsPlain || text.IsHtml) && (text.FileName is null || text.ContentDisposition is null);

    /// <summary>Signatures of keys, and keys.</summary>
    static bool IsSeal(MimePart part) =>
        part.ContentType.MimeType.ToUpperInvariant() is "APPLICATION/PGP-SIGNATURE" or "APPLICATION/PGP-KEYS" or "APPLICATION/PKCS7-SIGNATURE" or "APPLICATION/X-PKCS7-SIGNATURE";

    /// <summary>The text once more for programs that read it: watches, calendars, AMP.</summary>
    static bool IsOtherForm(MimePart part) => part is TextPart && !part.IsAttachment && part.FileName is null;
}
