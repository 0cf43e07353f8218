using Microsoft.Extensions.Configuration;
using MimeKit;

namespace Community.Notifications.Replies;

/// <summary>The mailbox in which answers to letters and returned letters arrive: the settings under <c>Community:Imap</c>. Without a host nobody can answer by mail.</summary>
/// <param name="Security">None, StartTls, Tls, or Auto, which takes what the server offers.</param>
/// <param name="Address">Where it is reached by mail.</param>
/// <param name="HasPlus">Whether <c>name+anything@</c> arrives there, too. Without it answers are known by the letter that they name.</param>
/// <param name="Every">How often it is looked into where the server does not tell of new mails by itself.</param>
public sealed record ImapSettings(string Host, int Port, string? User, string? Password, string Folder, string Security, MailboxAddress? Address, bool HasPlus, TimeSpan Every)
{
    public bool IsSet => Host.Length > 0 && Address is not null;

    public static ImapSettings Of(IConfiguration settings)
    {
        var imap = settings.GetSection("Community:Imap");
        var address = imap["Address"] is { Length: > 0 } own ? own : settings["Community:Smtp:From"] ?? "";
        return new ImapSettings(imap["Host"] ?? "", int.TryParse(imap["Port"], out var port) ? port : 0, imap["User"], imap["Password"], imap["Folder"] is { Length: > 0 } folder ? folder : "INBOX",
            imap["Security"] is { Length: > 0 } security ? security : "Auto", MailboxAddress.TryParse(address, out var mailbox) ? mailbox : null,
            imap["Plus"] is not "off", TimeSpan.FromSeconds(int.TryParse(imap["EverySeconds"], out var seconds) ? seconds : 30));
    }
}
