using Community.Spaces;
using Community.Store;

namespace Community.Topics;

/// <summary>Keeps a post to be found again, or lets it go.</summary>
public sealed class BookmarkPost(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such post for this person.</exception>
    public Task Run(long personId, long postId, bool kept, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var post = await db.PostFor(viewer, postId, stop);
        var bookmark = await db.Bookmarks.FindAsync([personId, post.Id], stop);
        if (kept == (bookmark is not null)) return;

        if (bookmark is null) db.Bookmarks.Add(new Bookmark(personId, post.Id, clock.Now()));
        else db.Bookmarks.Remove(bookmark);
        await db.SaveChangesAsync(stop);
    }, stop);
}
