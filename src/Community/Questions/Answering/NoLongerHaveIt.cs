using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Questions.Answering;

/// <summary>Takes "I have this question, too" back. Who has not said so takes nothing back.</summary>
public sealed class NoLongerHaveIt(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such question for this person.</exception>
    public Task Run(long personId, long topicId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var topic = await db.TopicFor(viewer, topicId, stop);
        if (await db.SameQuestions.FirstOrDefaultAsync(s => s.TopicId == topic.Id && s.PersonId == personId, stop) is not { } same) return;

        same.TellTakenBack(clock.Now());
        db.SameQuestions.Remove(same);
        await db.SaveChangesAsync(stop);
    }, stop);
}
