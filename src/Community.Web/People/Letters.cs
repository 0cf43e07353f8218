using Community.Notifications;
using Community.People;
using Microsoft.Extensions.Localization;

namespace Community.Web.People;

/// <summary>What mails about accounts say. Each puts its mail into the outbox in the transaction that makes the link.</summary>
public sealed class Letters(IStringLocalizer<PeopleText> text, SmtpSettings smtp, TimeProvider clock)
{
    /// <summary>Without a mail server every letter is null, and people carry links themselves.</summary>
    public bool CanSend => smtp.IsSet;

    public Deliver? Reset => Letter(text["A new password"], text["With this link you choose a new password. It works once, for one day."], text["If you did not ask for it, do nothing: your old password stays."]);

    public Deliver? Invitation => Letter(text["Your account waits for you"], text["Somebody made an account for you. With this link you choose its password. It works once, for a week."], "");

    public Deliver? Confirmation => Letter(text["Make your account"], text["With this link you make your account. It works once, for a week."], text["If you did not ask for it, do nothing: no account is made."]);

    public Deliver? HandOver => Letter(text["What you wrote is yours again"], text["Posts under your name came in from another site. With this link they become yours, with an account. It works once, for a week."], "");

    Deliver? Letter(string subject, string before, string after) => !CanSend ? null : (db, email, name, link) =>
    {
        var greeting = name.Length > 0 ? text["Hello {0},", name] : text["Hello,"];
        var lines = new[] { greeting, before, link.Address, after, text["Community, sent by itself. Nobody reads answers to it."] };
        db.Mails.Add(new Mail(email, name, subject, string.Join("\n\n", lines.Where(line => line.Length > 0)), clock.Now()));
    };
}
