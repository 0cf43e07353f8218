using Community.Events;
using Community.People;
using Community.Questions.Asking;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications.Mailing;

/// <summary>Puts a digest into the outbox for each person whose time has come, and plans the next one, together: nobody gets two. What it says is read when it is sent.</summary>
public sealed class PostDigests(CommunityStore store, SmtpSettings settings, TimeProvider clock) : ISweep
{
    const int PeopleAStep = 100;

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<int> Run(CancellationToken stop = default) => !settings.IsSet ? 0 : await store.Write(async db =>
    {
        var now = clock.Now();
        var isFree = await db.FreeDays(stop);
        var planned = await PlanFirst(db, now, isFree, stop);
        var due = await db.MailWishes.Where(w => w.NextDigestAt == null || w.NextDigestAt <= now).OrderBy(w => w.NextDigestAt).ThenBy(w => w.PersonId).Take(PeopleAStep).ToListAsync(stop);
        var reachable = await PostNotices.Reachable(db, due.ConvertAll(w => w.PersonId), stop);
        foreach (var wishes in due)
        {
            var zone = await db.ZoneOf(wishes.PersonId, stop);
            if (wishes is { NextDigestAt: not null, WantsDigest: true } && reachable.TryGetValue(wishes.PersonId, out var to))
            {
                var isWeekly = wishes.IsWeekly(now, zone);
                db.Mails.Add(Mail.OfDigest(wishes.PersonId, to.Email, to.Name, isWeekly, now));
                if (isWeekly) wishes.SentWeekly(now);
            }

            wishes.Plan(now, zone, isFree);
        }

        await db.SaveChangesAsync(stop);
        return planned + due.Count;
    }, stop);

    /// <summary>Those who never chose anything, and who came since.</summary>
    static async Task<int> PlanFirst(CommunityContext db, DateTime now, Func<DateOnly, bool> isFree, CancellationToken stop)
    {
        var (accounts, wishes) = (db.Accounts, db.MailWishes);
        var fresh = await db.People.Where(p => p.ClosedAt == null && accounts.Any(a => a.PersonId == p.Id && a.Email != null) && !wishes.Any(w => w.PersonId == p.Id)).OrderBy(p => p.Id).Take(PeopleAStep).Select(p => p.Id).ToListAsync(stop);
        foreach (var personId in fresh)
        {
            var first = db.MailWishes.Add(new MailWishes(personId)).Entity;
            first.Plan(now, await db.ZoneOf(personId, stop), isFree);
        }

        return fresh.Count;
    }
}
