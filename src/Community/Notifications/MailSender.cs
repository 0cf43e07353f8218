using System.Globalization;
using Community.Notifications.Mailing;
using Community.Notifications.Replies;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Community.Notifications;

/// <summary>Speaks to the mail server, over one connection for all mails of a round.</summary>
sealed class MailSender(SmtpSettings settings, ImapSettings mailbox) : IAsyncDisposable
{
    const int TimeoutMilliseconds = 30_000;

    readonly SmtpClient client = new() { Timeout = TimeoutMilliseconds };

    public bool IsConnected => client.IsConnected;

    /// <exception cref="Exception">The server is not there, or does not take the mail.</exception>
    public async Task Send(Mail mail, WrittenLetter letter, CancellationToken stop)
    {
        if (!client.IsConnected)
        {
            await client.ConnectAsync(settings.Host, settings.Port, Line(settings.Security), stop);
            if (!string.IsNullOrEmpty(settings.User)) await client.AuthenticateAsync(settings.User, settings.Password ?? "", stop);
        }

        using var message = Message(mail, letter);
        // What cannot be delivered comes back to the same address as an answer would: by it, it is known which letter that was.
        if (mailbox.IsSet && mail.ReplyKey is { } key) await client.SendAsync(message, ReplyAddress.Of(mailbox, "", key), message.To.Mailboxes, stop);
        else await client.SendAsync(message, stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (client.IsConnected) await client.DisconnectAsync(true).WaitAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        client.Dispose();
    }

    /// <summary>How a line is secured, by its setting.</summary>
    internal static SecureSocketOptions Line(string security) => security.ToUpperInvariant() switch
    {
        "NONE" => SecureSocketOptions.None,
        "STARTTLS" => SecureSocketOptions.StartTls,
        "TLS" or "SSL" => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.Auto,
    };

    MimeMessage Message(Mail mail, WrittenLetter letter)
    {
        var from = MailboxAddress.Parse(settings.From);
        var text = new TextPart("plain") { Text = letter.Text };
        var message = new MimeMessage { Subject = letter.Subject, Date = mail.CreatedAt, Body = letter.Html is null ? text : new MultipartAlternative(text, new TextPart("html") { Text = letter.Html }) };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(mail.ToName, mail.ToAddress));
        // The same at every try: where only the server's answer was lost, its double is known as one.
        message.MessageId = string.Create(CultureInfo.InvariantCulture, $"{mail.Id}.{mail.ReplyKey ?? mail.CreatedAt.Ticks.ToString(CultureInfo.InvariantCulture)}@{from.Domain}");
        if (mailbox.IsSet && mail.ReplyKey is { } key) message.ReplyTo.Add(ReplyAddress.Of(mailbox, from.Name, key));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.Thread is { } thread)
        {
            message.InReplyTo = $"{thread}@{from.Domain}";
            message.References.Add(message.InReplyTo);
        }

        if (letter.List is { } list) message.Headers.Add(HeaderId.ListId, $"<{list}.{from.Domain}>");
        if (letter.OffAddress is { } off)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{off}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        return message;
    }
}
