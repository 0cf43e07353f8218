using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications;

/// <summary>A person is done with notices. What came after the page was made stays to be seen.</summary>
public sealed class SeeNotices(CommunityStore store, TimeProvider clock)
{
    /// <param name="upToId">The newest notice that the person had before the eyes.</param>
    /// <param name="about">Those about one thing; null for all.</param>
    /// <param name="upToPostId">The newest post that was read; null for all.</param>
    /// <returns>How many were not seen before.</returns>
    public Task<int> Run(long personId, long upToId, NoticeSubject? about = null, long? upToPostId = null, CancellationToken stop = default) => store.Write(db =>
    {
        DateTime? now = clock.Now();
        var notices = db.Notifications.About(personId, about).Where(n => n.SeenAt == null && n.Id <= upToId);
        // What was put off is not done with by saying that all is.
        if (about is null) notices = notices.Where(n => n.LaterAt == null || n.LaterAt <= now);
        if (upToPostId is not null) notices = notices.Where(n => n.PostId <= upToPostId);

        return notices.ExecuteUpdateAsync(set => set.SetProperty(n => n.SeenAt, now), stop);
    }, stop);
}
