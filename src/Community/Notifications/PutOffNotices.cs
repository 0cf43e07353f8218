using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications;

/// <summary>A person wants to see notices later. What comes meanwhile is shown at once.</summary>
public sealed class PutOffNotices(CommunityStore store, TimeProvider clock)
{
    /// <summary>Further than this nobody plans.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    /// <param name="upToId">The newest notice that the person had before the eyes.</param>
    /// <param name="until">Null: when somebody writes.</param>
    /// <exception cref="RefusedException">A time that is over, or further than a year away.</exception>
    public Task Run(long personId, long upToId, NoticeSubject about, DateTime? until, CancellationToken stop = default) => store.Write(db =>
    {
        var now = clock.Now();
        if (until <= now || until > now + Furthest) throw new RefusedException(Refusal.Invalid, "Choose a time that is still to come, within a year.") { Field = "Until" };

        DateTime? later = until ?? Notification.WhenSomebodyWrites;
        return db.Notifications.About(personId, about).Where(n => n.SeenAt == null && n.Id <= upToId).ExecuteUpdateAsync(set => set.SetProperty(n => n.LaterAt, later), stop);
    }, stop);
}
