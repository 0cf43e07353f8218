using Community.Notifications;
using Community.Notifications.Mailing;
using Community.Notifications.Replies;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Mailing;

/// <summary>Reads how the mail is: for administrators. What mails say is not shown.</summary>
public sealed class MailAdminLoading(CommunityContext db, SmtpSettings smtp, ImapSettings imap, MailboxState mailbox, TimeProvider clock)
{
    const int MostRows = 50;

    public async Task<MailAdminPage> Load(CancellationToken stop)
    {
        var now = clock.Now();
        var (mails, people, received) = (db.Mails.AsNoTracking(), db.People, db.ReceivedMails.AsNoTracking());
        var unsent = mails.Where(m => m.SentAt == null);
        var troubled = await unsent.Where(m => m.Tries > 0).OrderByDescending(m => m.Id).Take(MostRows)
            .Select(m => new TroubledMail(m.ToAddress, m.Letter, m.CreatedAt, m.Tries, m.Tries >= Outbox.MaxTries ? null : m.NextTryAt, m.LastError)).ToListAsync(stop);
        var stopped = await db.MailWishes.AsNoTracking().Where(w => w.CameBackAt != null).Join(people, w => w.PersonId, p => p.Id, (w, p) => new { w, p.Name })
            .OrderByDescending(one => one.w.CameBackAt).Take(MostRows).Select(one => new StoppedAddress(one.w.PersonId, one.Name, one.w.CameBackAt!.Value, one.w.CameBackSays)).ToListAsync(stop);
        // Whose post came by mail would say who wrote it where it stands without a name.
        var came = await received.Where(r => r.Outcome != ReceivedOutcome.Posted).OrderByDescending(r => r.Id).Take(MostRows)
            .Select(r => new CameIn(r.At, r.Outcome, r.Sender, people.Where(p => p.Id == r.PersonId).Select(p => p.Name).FirstOrDefault(), r.Reason)).ToListAsync(stop);
        var day = now.AddDays(-1);
        return new MailAdminPage(smtp.IsSet ? $"{smtp.Host}{(smtp.Port > 0 ? $":{smtp.Port}" : "")}" : null, imap.IsSet ? imap.Host : null, imap.Address?.Address, mailbox.Last,
            await unsent.CountAsync(m => m.Tries < Outbox.MaxTries, stop), await unsent.CountAsync(m => m.Tries >= Outbox.MaxTries, stop), await unsent.Where(m => m.Tries < Outbox.MaxTries).MinAsync(m => (DateTime?)m.CreatedAt, stop),
            await mails.CountAsync(m => m.SentAt > day && !m.IsDropped, stop), await received.CountAsync(r => r.At > day && r.Outcome == ReceivedOutcome.Posted, stop), troubled, stopped, came);
    }
}

/// <summary>How the mail is.</summary>
/// <param name="Smtp">Where mail goes out; null where none is set.</param>
/// <param name="Imap">Where answers are read; null where none are.</param>
/// <param name="Waiting">Mails that wait for their turn.</param>
/// <param name="GivenUp">Mails that are not tried again.</param>
/// <param name="Oldest">Since when the one that waits longest does.</param>
/// <param name="Sent">In the last 24 hours.</param>
/// <param name="Posted">Posts that came by mail in the last 24 hours.</param>
public sealed record MailAdminPage(string? Smtp, string? Imap, string? Address, MailboxState.Look Mailbox, int Waiting, int GivenUp, DateTime? Oldest, int Sent, int Posted,
    IReadOnlyList<TroubledMail> Troubled, IReadOnlyList<StoppedAddress> Stopped, IReadOnlyList<CameIn> CameIn);

/// <summary>A mail that the server did not take.</summary>
/// <param name="NextTryAt">Null when it is given up.</param>
public sealed record TroubledMail(string To, Letter Letter, DateTime CreatedAt, int Tries, DateTime? NextTryAt, string? Error);

/// <summary>Somebody to whom nothing is sent any more.</summary>
public sealed record StoppedAddress(long PersonId, string Name, DateTime At, string? Says);

/// <summary>A mail that came in and is no post.</summary>
public sealed record CameIn(DateTime At, ReceivedOutcome Outcome, string? Sender, string? Person, string? Reason);
