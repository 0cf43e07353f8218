using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>Notes how far a person has read a topic.</summary>
public sealed class MarkRead(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such topic for this person.</exception>
    public Task Run(long personId, long topicId, long postId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var topic = await db.TopicFor(viewer, topicId, stop);
        var newest = await db.Posts.Where(p => p.TopicId == topic.Id && p.Id <= postId).MaxAsync(p => (long?)p.Id, stop) ?? 0;

        if (await db.ReadMarks.FindAsync([personId, topicId], stop) is { } mark) mark.MoveTo(newest, clock.Now());
        else db.ReadMarks.Add(new ReadMark(personId, topicId, newest, clock.Now()));
        await db.SaveChangesAsync(stop);
    }, stop);
}
