using System.Globalization;
using Community.Notifications.Mailing;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Community.Notifications;

/// <summary>Speaks to the mail server, over one connection for all mails of a round.</summary>
sealed class MailSender(SmtpSettings settings) : IAsyncDisposable
{
    const int TimeoutMilliseconds = 30_000;

    readonly SmtpClient client = new() { Timeout = TimeoutMilliseconds };

    public bool IsConnected => client.IsConnected;

    /// <exception cref="Exception">The server is not there, or does not take the mail.</exception>
    public async Task Send(Mail mail, WrittenLetter letter, CancellationToken stop)
    {
        if (!client.IsConnected)
        {
            await client.ConnectAsync(settings.Host, settings.Port, Security, stop);
            if (!string.IsNullOrEmpty(settings.User)) await client.AuthenticateAsync(settings.User, settings.Password ?? "", stop);
        }

        using var message = Message(mail, letter);
        await client.SendAsync(message, stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (client.IsConnected) await client.DisconnectAsync(true).WaitAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        client.Dispose();
    }

    SecureSocketOptions Security => settings.Security.ToUpperInvariant() switch
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
        message.MessageId = string.Create(CultureInfo.InvariantCulture, $"{mail.Id}.{mail.CreatedAt.Ticks}@{from.Domain}");
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
