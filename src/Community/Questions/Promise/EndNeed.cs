using Community.Events;
using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Questions.Promise;

/// <summary>It need not be answered by a day any more.</summary>
public sealed class EndNeed(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not there, or not this person's to say.</exception>
    public Task Run(long personId, long topicId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var question = await db.TopicFor(viewer, topicId, stop);
        viewer.Demand(Act.SayNeed, question, "Who asked, a steward or a moderator says by when an answer is needed.");
        var now = clock.Now();
        if (await db.StandingNeeds.Where(n => n.TopicId == topicId).ToListAsync(stop) is not { Count: > 0 } needs) return;

        foreach (var need in needs) need.End(now);
        question.TellTopic(EventKind.NeedEnded, now, viewer.NameIn(question));
        await db.SaveChangesAsync(stop);
    }, stop);
}
