using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;

namespace Community.Questions;

/// <summary>The asker says which answer helped, or takes that back.</summary>
public sealed class AcceptAnswer(CommunityStore store, TimeProvider clock)
{
    /// <param name="postId">The answer; null for none.</param>
    /// <exception cref="RefusedException">No such question or answer, or not this person's to decide.</exception>
    public Task Run(long personId, long topicId, long? postId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var question = await db.TopicFor(viewer, topicId, stop);
        if (question.Kind != TopicKind.Question) throw new RefusedException(Refusal.Invalid, "Only a question has an accepted answer.");
        viewer.Demand(Act.Accept, question, "Who asked, a steward or a moderator accepts an answer.");

        var by = viewer.NameIn(question);
        var before = await db.Acceptances.FindAsync([topicId], stop);
        if (before?.PostId == postId) return;

        if (before is not null)
        {
            db.Acceptances.Remove(before);
            question.TellAcceptance(await db.Posts.FindAsync([before.PostId], stop) ?? throw new InvalidOperationException("An accepted answer without its post."), false, by, clock.Now());
            await db.SaveChangesAsync(stop);
        }

        if (postId is null) return;

        var answer = await db.PostFor(viewer, postId.Value, stop);
        if (answer.TopicId != topicId || answer.Part != Part.Answer || answer.Standing != Standing.Published)
            throw new RefusedException(Refusal.Invalid, "Choose an answer to this question that is in sight.");

        db.Acceptances.Add(new Acceptance(topicId, answer.Id, by, clock.Now()));
        question.TellAcceptance(answer, true, by, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
