using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;

namespace Community.Questions.Asking;

/// <summary>Asks somebody by name to answer a question.</summary>
public sealed class InviteToAnswer(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">No open question for this person, or the other one cannot be asked now.</exception>
    public Task Run(long personId, long topicId, long inviteeId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var question = await db.TopicFor(viewer, topicId, stop);
        if (question.Kind != TopicKind.Question) throw new RefusedException(Refusal.Invalid, "Colleagues are asked to answer questions. In a thread, mention them.");
        viewer.Demand(Act.Reply, question, "You may read this space, but not write in it.");
        if (question.IsClosed) throw new RefusedException(Refusal.Conflict, "This topic is closed. Start a new one that links to it, or ask for it to be opened again.");

        await db.Invite(question, inviteeId, viewer.NameIn(question), isReferred: false, clock.Now(), stop);
        await db.SaveChangesAsync(stop);
    }, stop);
}
