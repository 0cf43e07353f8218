using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Questions.Answering;

/// <summary>Takes back that an answer worked. Who has not said so takes nothing back.</summary>
public sealed class UnmarkHelpful(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such answer for this person.</exception>
    public Task Run(long personId, long postId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var post = await db.PostFor(viewer, postId, stop);
        var own = viewer.OwnIds;
        if (await db.HelpfulMarks.FirstOrDefaultAsync(m => m.PostId == post.Id && own.Contains(m.PersonId), stop) is not { } mark) return;

        mark.TellTakenBack(clock.Now());
        db.HelpfulMarks.Remove(mark);
        await db.SaveChangesAsync(stop);
    }, stop);
}
