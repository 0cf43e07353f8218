using Community.Events;
using Community.Notifications.Mailing;
using Community.Notifications.Pushing;
using Community.People;
using Community.People.Retention;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications.Replies;

/// <summary>Takes away, after a quarter of a year, or as long as administrators say, what the outbox sent or gave up, and the notes on what came in; and whatever was to be sent to those who took their names off.</summary>
public sealed class ForgetMails(CommunityStore store, TimeProvider clock) : ISweep
{
    const int RowsAStep = 500;

    public TimeSpan Every => TimeSpan.FromHours(6);

    public Task<int> Run(CancellationToken stop = default) => store.Write(async db =>
    {
        var (held, accounts) = (db.HeldPeople(), db.Accounts);
        // Who left and took the name off has no address here either.
        var left = db.People.Where(p => p.ClosedAt != null && !accounts.Any(a => a.PersonId == p.Id) && !held.Any(h => h.Id == p.Id)).Select(p => p.Id);
        var gone = await db.Mails.Where(m => m.PersonId != null && left.Contains(m.PersonId.Value)).ExecuteDeleteAsync(stop) + await db.ReceivedMails.Where(r => r.PersonId != null && left.Contains(r.PersonId.Value)).ExecuteDeleteAsync(stop)
            + await db.MailWishes.Where(w => left.Contains(w.PersonId)).ExecuteDeleteAsync(stop) + await db.PushDevices.Where(d => left.Contains(d.PersonId)).ExecuteDeleteAsync(stop);
        if (await db.ForgottenBefore(RetentionKind.Mails, clock.Now(), stop) is not { } before) return gone;

        var mails = await db.Mails.Where(m => m.CreatedAt < before && !held.Any(p => p.Id == m.PersonId) && (m.SentAt != null || m.Tries >= Outbox.MaxTries)).OrderBy(m => m.Id).Take(RowsAStep).Select(m => m.Id).ToListAsync(stop);
        return gone + await db.Mails.Where(m => mails.Contains(m.Id)).ExecuteDeleteAsync(stop) + await db.ReceivedMails.Where(r => r.At < before && !held.Any(p => p.Id == r.PersonId)).ExecuteDeleteAsync(stop);
    }, stop);
}
