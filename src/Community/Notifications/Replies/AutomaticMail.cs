using MimeKit;

namespace Community.Notifications.Replies;

/// <summary>Tells mails that programs write from those that people write: only the latter may be answered, or two programs would write to each other for ever.</summary>
static class AutomaticMail
{
    static readonly string[] Bulk = ["bulk", "list", "junk", "auto_reply"];
    static readonly string[] Marks = ["X-Autoreply", "X-Autorespond", "X-Autoresponse", "X-Auto-Reply-From", "List-Id", "List-Unsubscribe", "X-Loop", "Feedback-ID"];

    /// <param name="own">Our own sender.</param>
    public static bool Is(MimeMessage mail, MailboxAddress? own) =>
        mail.Headers["Auto-Submitted"] is { } submitted && !submitted.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase)
        || mail.Headers["Precedence"] is { } precedence && Bulk.Contains(precedence.Trim(), StringComparer.OrdinalIgnoreCase)
        || Marks.Any(mail.Headers.Contains)
        || mail.Headers["Return-Path"]?.Trim() is "<>"
        || mail.From.Mailboxes.Any(from => from.Address.Equals(own?.Address, StringComparison.OrdinalIgnoreCase) || from.LocalPart.Equals("mailer-daemon", StringComparison.OrdinalIgnoreCase));
}
