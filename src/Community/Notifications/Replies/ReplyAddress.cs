using System.Security.Cryptography;
using MimeKit;

namespace Community.Notifications.Replies;

/// <summary>
/// What an answer to a letter is known by: a key of 128 random bits that the letter alone has. It stands in the address that the letter is answered to and in the letter's own id, which an answer names;
/// lower-case letters and digits, because mail servers may change the size of letters.
/// </summary>
public static class ReplyAddress
{
    const string Digits = "abcdefghijklmnopqrstuvwxyz234567";
    const int KeyLength = 26;

    static readonly string[] Recipients = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Delivered-To"];

    public static string NewKey() => RandomNumberGenerator.GetString(Digits, KeyLength);

    /// <summary>Where an answer goes, and where the letter comes back to when it cannot be delivered.</summary>
    public static MailboxAddress Of(ImapSettings mailbox, string? name, string key)
    {
        var address = mailbox.Address!;
        return new MailboxAddress(name ?? "", mailbox.HasPlus ? $"{address.LocalPart}+{key}@{address.Domain}" : address.Address);
    }

    /// <summary>The keys that a mail brings, the surest first: of the address that it was sent to, then of the letters that it names.</summary>
    public static List<string> KeysIn(MimeMessage mail)
    {
        var addresses = mail.To.Mailboxes.Concat(mail.Cc.Mailboxes).Select(to => to.Address)
            .Concat(mail.Headers.Where(header => Recipients.Contains(header.Field, StringComparer.OrdinalIgnoreCase)).Select(header => header.Value.Trim(' ', '<', '>')));
        var names = new[] { mail.InReplyTo }.Concat(mail.References.Reverse()).OfType<string>();
        return [.. addresses.Select(address => After(address, '+')).Concat(names.Select(KeyOf)).OfType<string>().Distinct()];
    }

    /// <summary>The key in the id of a letter; null when it is none of ours.</summary>
    public static string? KeyOf(string messageId) => After(messageId, '.');

    /// <summary>The key in an address or id; null when there is none.</summary>
    static string? After(string text, char mark)
    {
        var at = text.LastIndexOf('@');
        var local = at < 0 ? text : text[..at];
        var key = local[(local.LastIndexOf(mark) + 1)..].ToLowerInvariant();
        return key.Length == KeyLength && key.Length < local.Length && key.All(Digits.Contains) ? key : null;
    }
}
