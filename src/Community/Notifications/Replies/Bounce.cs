using MimeKit;

namespace Community.Notifications.Replies;

/// <summary>What a mail server says of a letter that it could not deliver (RFC 3464).</summary>
/// <param name="Status">As 5.1.1 (RFC 3463).</param>
/// <param name="Says">What the server wrote, for people; at most 300 characters.</param>
/// <param name="LetterIds">Ids of the mail that came back, where it says them.</param>
public sealed record Bounce(string Status, string Says, IReadOnlyList<string> LetterIds)
{
    const int MostSaid = 300;

    /// <summary>It is given up, and not only late.</summary>
    public bool IsFinal => Status.StartsWith('5');

    /// <summary>Nobody has that address: the next letter would come back as well.</summary>
    public bool IsNobody => IsNoAddress(Status);

    public static bool IsNoAddress(string status) => status is "5.1.0" or "5.1.1" or "5.1.2" or "5.1.3" or "5.1.6" or "5.1.10" or "5.2.1";

    /// <returns>Null when the mail is no such report.</returns>
    public static Bounce? Of(MimeMessage mail)
    {
        if (mail.BodyParts.OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } report) return null;

        var failed = report.StatusGroups.FirstOrDefault(group => group["Action"]?.Trim() is { } action && (Is(action, "failed") || Is(action, "delayed")));
        if (failed is null) return null;

        var status = (failed["Status"] ?? "").Trim().Split(' ')[0];
        if (status.Length == 0) status = Is(failed["Action"]!.Trim(), "failed") ? "5.0.0" : "4.0.0";
        var says = OneLine.Of(failed["Diagnostic-Code"] ?? status);
        return new Bounce(status, says.Length <= MostSaid ? says : says[..MostSaid], [.. Ids(mail)]);
    }

    /// <summary>The letter comes whole, or its head alone.</summary>
    static IEnumerable<string> Ids(MimeMessage mail)
    {
        foreach (var part in mail.BodyParts)
        {
            if (part is MessagePart { Message.MessageId: { } id }) yield return id;
            if (part is not TextPart { ContentType: var type } head || !type.IsMimeType("text", "rfc822-headers")) continue;
            foreach (var line in head.Text.Split('\n'))
                if (line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase)) yield return line["Message-ID:".Length..].Trim(' ', '<', '>', '\r');
        }
    }

    static bool Is(string action, string word) => action.Equals(word, StringComparison.OrdinalIgnoreCase);
}
