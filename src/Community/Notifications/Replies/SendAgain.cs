using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications.Replies;

/// <summary>An administrator lets the outbox try at once what it could not send, also what it had given up.</summary>
public sealed class SendAgain(CommunityStore store, TimeProvider clock)
{
    /// <returns>How many wait for their turn now.</returns>
    /// <exception cref="RefusedException">No administrator.</exception>
    public Task<int> Run(long actorId, CancellationToken stop = default) => store.Write(async db =>
    {
        if (!(await db.Viewer(actorId, stop)).IsAdministrator) throw new RefusedException(Refusal.Forbidden, "Only administrators look after the mail.");

        var (now, newest) = (clock.Now(), clock.Now().AddDays(-14));
        return await db.Mails.Where(m => m.SentAt == null && m.Tries > 0 && m.CreatedAt > newest).ExecuteUpdateAsync(set => set.SetProperty(m => m.Tries, 1).SetProperty(m => m.NextTryAt, now), stop);
    }, stop);
}
