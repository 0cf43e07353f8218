using Community.Events;
using Community.Governance;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>An author takes a post back.</summary>
public sealed class WithdrawPost(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not the author's, out of sight already, or a question that somebody else answered.</exception>
    public Task Run(long personId, long postId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var post = await db.PostFor(viewer, postId, stop);
        viewer.Demand(Act.Withdraw, post, "Only its author takes a post back. A moderator can hide it.");
        if (post.Part == Part.Opening && await IsOrWasQuestion(db, post.Topic, stop))
        {
            if (await IsAnsweredByOthers(db, post, stop)) throw new RefusedException(Refusal.Conflict, "Somebody has answered this question, so it stays for others. You can take your name off it instead.");
            if (await HasAccepted(db, post.TopicId, stop)) throw new RefusedException(Refusal.Conflict, "This question has an accepted answer, so it stays for others. You can take your name off it instead.");
        }

        db.Withdrawals.Add(post.Withdraw(viewer.NameOn(post), clock.Now()));
        await db.SaveChangesAsync(stop);
    }, stop);

    /// <summary>Also an own answer: what was found is worth finding. What came of an answer says the log; acceptances are known higher up only.</summary>
    static async Task<bool> HasAccepted(CommunityContext db, long topicId, CancellationToken stop)
    {
        var last = await db.Events.Where(e => e.TopicId == topicId && (e.Kind == EventKind.Accepted || e.Kind == EventKind.Unaccepted)).OrderByDescending(e => e.Id).Select(e => new { e.Kind, e.SubjectId }).FirstOrDefaultAsync(stop);
        return last is { Kind: EventKind.Accepted } && await db.Posts.AnyAsync(p => p.Id == last.SubjectId && p.Standing == Standing.Published, stop);
    }

    /// <summary>Making a question a thread must not be a way around the rule.</summary>
    static async Task<bool> IsOrWasQuestion(CommunityContext db, Topic topic, CancellationToken stop) =>
        topic.Kind == TopicKind.Question || topic.Kind == TopicKind.Thread && await db.Events.AnyAsync(e => e.TopicId == topic.Id && e.Kind == EventKind.Converted, stop);

    static Task<bool> IsAnsweredByOthers(CommunityContext db, Post question, CancellationToken stop) =>
        db.Posts.AnyAsync(p => p.TopicId == question.TopicId && (p.Part == Part.Answer || p.Part == Part.Reply) && p.Standing == Standing.Published && p.AuthorId != question.AuthorId, stop);
}
