using Community.Notifications.Mailing;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications.Replies;

/// <summary>Notes that a letter came back. Where nobody has that address, or one letter after the other comes back, no more go there until its person or an administrator says so.</summary>
public sealed class ReturnedMail(CommunityStore store, TimeProvider clock)
{
    /// <summary>Letters that came back for another reason, such as a full mailbox, in a week.</summary>
    const int MostAWeek = 3;

    /// <param name="keys">Of the address to which it came back.</param>
    /// <param name="messageKey">Of the mail that says so.</param>
    public Task<ReceivedMail> Run(Bounce bounce, IReadOnlyList<string> keys, string messageKey, CancellationToken stop = default) => store.Write(async db =>
    {
        var known = keys.Concat(bounce.LetterIds.Select(ReplyAddress.KeyOf).OfType<string>()).ToList();
        var mail = await db.Mails.FirstOrDefaultAsync(m => known.Contains(m.ReplyKey!), stop);
        if (mail?.PersonId is { } personId && bounce.IsFinal)
        {
            var since = clock.Now().AddDays(-7);
            var before = await db.ReceivedMails.CountAsync(r => r.PersonId == personId && r.Outcome == ReceivedOutcome.Returned && r.At > since && EF.Functions.Like(r.Reason!, "5%"), stop);
            if (bounce.IsNobody || before + 1 >= MostAWeek) await Stop(db, personId, mail.ToAddress, bounce.Says, clock.Now(), stop);
            await db.SaveChangesAsync(stop);
        }

        return new ReceivedMail(messageKey, ReceivedOutcome.Returned, clock.Now()) { PersonId = mail?.PersonId, MailId = mail?.Id, Reason = $"{bounce.Status} {bounce.Says}" };
    }, stop);

    /// <summary>Only where it is still the person's address.</summary>
    internal static async Task Stop(CommunityContext db, long personId, string address, string says, DateTime now, CancellationToken stop)
    {
        if (!await db.Accounts.AnyAsync(a => a.PersonId == personId && a.Email == address, stop)) return;

        (await db.WishesToChange(personId, stop)).CameBack(says, now);
    }
}
