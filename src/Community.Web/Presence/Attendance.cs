using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Live;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Presence;

/// <summary>What live lines say of themselves: where they are, and that something is typed there. Whether anybody is shown it, is decided when it is told.</summary>
sealed class Attendance(Rooms rooms, LiveFeed feed, ContextFactory contexts, TimeProvider clock)
{
    /// <summary>Returns false where too much was said in too short a time.</summary>
    public bool Arrive(LiveConnection line, long topicId) => Try(line, () => Enter(line, topicId, 0));

    /// <summary>The same. Nobody is in the editor of a post that they may not revise.</summary>
    public async Task<bool> Edit(LiveConnection line, long postId, CancellationToken stop)
    {
        if (!Try(line, () => { })) return false;
        if (line.TokenId is not null) return true;

        await using var db = contexts.Create();
        var viewer = await db.Viewer(line.PersonId, stop);
        var post = await db.Posts.AsNoTracking().VisibleTo(viewer).Include(p => p.Topic).FirstOrDefaultAsync(p => p.Id == postId, stop);
        if (post is not null && await PostRights.MayRevise(db, viewer, post)) Enter(line, post.TopicId, postId);
        else rooms.Leave(line.Id);
        return true;
    }

    /// <summary>The same.</summary>
    public bool Write(LiveConnection line) => Try(line, () => rooms.Write(line.Id));

    public void Depart(string connectionId) => rooms.Leave(connectionId);

    void Enter(LiveConnection line, long topicId, long postId)
    {
        rooms.Enter(line.Id, line.PersonId, topicId, postId);
        // It may have closed meanwhile, and would stay for ever.
        if (feed.Find(line.Id) is null) rooms.Leave(line.Id);
    }

    /// <summary>A program that watches with a token is nobody who sits there.</summary>
    bool Try(LiveConnection line, Action act)
    {
        if (!line.Presence.Try(clock)) return false;

        if (line.TokenId is null) act();
        return true;
    }
}
