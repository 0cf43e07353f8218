using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Questions.Answering;

/// <summary>Says of somebody else's answer that it also worked. Said twice, it is said once.</summary>
public sealed class MarkHelpful(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">The answer is not there, is the person's own, or takes no marks.</exception>
    public Task Run(long personId, long postId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var post = await db.PostFor(viewer, postId, stop);
        viewer.Demand(Act.MarkHelpful, post, "You may read this space, but not mark answers in it.");

        var (name, own) = (viewer.OwnNameIn(post.Topic), viewer.OwnIds);
        var mark = new HelpfulMark(post, name, clock.Now());
        if (await db.HelpfulMarks.AnyAsync(m => m.PostId == postId && own.Contains(m.PersonId), stop)) return;

        db.HelpfulMarks.Add(mark);
        await db.SaveChangesAsync(stop);
    }, stop);
}
