using Community.Events;
using Community.People;
using Community.Questions.Asking;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications.Mailing;

/// <summary>
/// Puts a letter into the outbox for notices that somebody wants by mail at once: a little later, so that who is here has seen it by then, and all that concerns one topic in one letter.
/// In quiet hours the letter waits until they end. What it says is read when it is sent.
/// </summary>
public sealed class PostNotices(CommunityStore store, SmtpSettings settings, TimeProvider clock) : ISweep
{
    /// <summary>Who is here sees it meanwhile.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>What is older, because no mail was sent for long, is nobody's news: the digest has it.</summary>
    static readonly TimeSpan Newest = TimeSpan.FromDays(2);

    const int NoticesAStep = 200;
    const string Name = "letters";

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public async Task<int> Run(CancellationToken stop = default) => !settings.IsSet ? 0 : await store.Write(async db =>
    {
        await db.LockRow("Checkpoints", "Consumer", Name, stop);
        var checkpoint = await db.Checkpoints.FindAsync([Name], stop) ?? db.Checkpoints.Add(new Checkpoint(Name, 0)).Entity;
        var (now, read) = (clock.Now(), checkpoint.EventId);
        var due = (await db.Notifications.AsNoTracking().Where(n => n.Id > read).OrderBy(n => n.Id).Take(NoticesAStep).ToListAsync(stop)).TakeWhile(n => n.At <= now - Patience).ToList();
        if (due.Count == 0) return 0;

        var fresh = due.FindAll(n => n.SeenAt is null && n.At > now - Newest);
        var people = fresh.Select(n => n.PersonId).Distinct().ToList();
        var wishes = await db.MailWishes.Where(w => people.Contains(w.PersonId)).ToDictionaryAsync(w => w.PersonId, stop);
        var reachable = await Reachable(db, people, stop);
        // Each letter says how to end them: that has to be known by then.
        foreach (var personId in reachable.Keys.Where(id => !wishes.ContainsKey(id))) wishes[personId] = db.MailWishes.Add(new MailWishes(personId)).Entity;
        var waiting = (await db.Mails.Where(m => people.Contains(m.PersonId!.Value) && m.Letter == Letter.Notices && m.SentAt == null && m.Tries < Outbox.MaxTries).Select(m => new { m.PersonId, m.TopicId, m.SpaceId }).ToListAsync(stop))
            .Select(m => (m.PersonId!.Value, m.TopicId, m.SpaceId)).ToHashSet();
        foreach (var about in fresh.Where(n => reachable.ContainsKey(n.PersonId) && wishes[n.PersonId].Pace(n.Group()) == MailPace.AtOnce)
            .GroupBy(n => (n.PersonId, n.TopicId, SpaceId: n.TopicId is null ? n.SpaceId : null)))
        {
            var (personId, topicId, spaceId) = about.Key;
            if (waiting.Contains((personId, topicId, spaceId))) continue;

            var sendAt = await db.QuietEnd(personId, now, stop) ?? now;
            db.Mails.Add(Mail.OfNotices(personId, reachable[personId].Email, reachable[personId].Name, topicId, spaceId, sendAt, now));
        }

        checkpoint.MoveTo(due[^1].Id);
        await db.SaveChangesAsync(stop);
        return due.Count;
    }, stop);

    /// <summary>Who has an open account with an address from which nothing came back.</summary>
    internal static async Task<Dictionary<long, (string Email, string Name)>> Reachable(CommunityContext db, List<long> people, CancellationToken stop)
    {
        var wishes = db.MailWishes;
        return (await db.Accounts.Where(a => people.Contains(a.PersonId) && a.Email != null && !wishes.Any(w => w.PersonId == a.PersonId && w.CameBackAt != null)).Join(db.People.Where(p => p.ClosedAt == null), a => a.PersonId, p => p.Id, (a, p) => new { p.Id, a.Email, p.Name }).ToListAsync(stop)).ToDictionary(a => a.Id, a => (a.Email!, a.Name));
    }
}
