using Microsoft.Extensions.Configuration;

namespace Community.Notifications;

/// <summary>Where mail goes out: the settings under <c>Community:Smtp</c>. Without host and sender no mail is sent.</summary>
/// <param name="Security">None, StartTls, Tls, or Auto, which takes what the server offers.</param>
/// <param name="From">A mail address, also as <c>Name &lt;address&gt;</c>.</param>
public sealed record SmtpSettings(string Host, int Port, string? User, string? Password, string From, string Security)
{
    public bool IsSet => Host.Length > 0 && From.Length > 0;

    public static SmtpSettings Of(IConfiguration settings) => new(settings["Community:Smtp:Host"] ?? "", int.TryParse(settings["Community:Smtp:Port"], out var port) ? port : 0,
        settings["Community:Smtp:User"], settings["Community:Smtp:Password"], settings["Community:Smtp:From"] ?? "", settings["Community:Smtp:Security"] is { Length: > 0 } security ? security : "Auto");
}
