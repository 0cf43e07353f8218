using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Questions.Answering;

/// <summary>Says "I have this question, too". Said twice, it is said once.</summary>
public sealed class HaveSameQuestion(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">The question is not there, is the person's own, closed or out of sight.</exception>
    public Task Run(long personId, long topicId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var topic = await db.TopicFor(viewer, topicId, stop);
        viewer.Demand(Act.HaveQuestion, topic, "You may read this space, but not take part in it.");
        if (await db.SameQuestions.AnyAsync(s => s.TopicId == topicId && s.PersonId == personId, stop)) return;

        db.SameQuestions.Add(new SameQuestion(topic, viewer.OwnNameIn(topic), clock.Now()));
        await db.SaveChangesAsync(stop);
    }, stop);
}
