using Community.Events;
using Community.Governance;
using Community.Questions.Answering;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Questions.Duplicates;

/// <summary>Closes a question because the same was asked before, and leads those who read and follow it there. <see cref="ReopenTopic"/> takes it back.</summary>
public sealed class MarkDuplicate(CommunityStore store, TimeProvider clock)
{
    /// <param name="originalId">The question that goes on.</param>
    /// <exception cref="RefusedException">One of them is not there, is no question or leads elsewhere already; it is not this person's to close; or fewer people may read the other one.</exception>
    public Task Run(long personId, long topicId, long originalId, string reason, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        // Always in the same order: of two people who lead each to the other, one waits.
        await db.LockRow("Topics", "Id", Math.Min(topicId, originalId), stop);
        var duplicate = await db.TopicFor(viewer, topicId, stop);
        if (duplicate.Kind != TopicKind.Question) throw new RefusedException(Refusal.Invalid, "Only a question can be the same as another one.");
        viewer.Demand(Act.MarkDuplicate, duplicate, "Who asked, a steward or a moderator says that a question was asked before.");
        if (topicId == originalId) throw new RefusedException(Refusal.Invalid, "A question cannot lead to itself. Choose another one.") { Field = "Of" };

        var original = await Original(db, viewer, originalId, stop);
        await DemandIsNoDuplicate(db, viewer, original, topicId, stop);
        if (!await db.ReadersReadToo(duplicate.SpaceId, original.SpaceId, stop))
            throw new RefusedException(Refusal.Conflict, "Not everybody who reads this question may read that one. Answer here what can be said to all, or have that one moved to where they can read it.") { Field = "Of" };

        var (now, name) = (clock.Now(), viewer.NameIn(duplicate));
        duplicate.Close(Outcome.Duplicate, reason, name, now);
        await db.LeadOn(duplicate, original, LinkKind.Duplicate, await db.WhoHas(duplicate.Id, stop), now, stop);
        original.TellTopic(EventKind.MarkedDuplicate, now, name);
        await db.SaveChangesAsync(stop);
    }, stop);

    static async Task<Topic> Original(CommunityContext db, Viewer viewer, long id, CancellationToken stop)
    {
        await db.LockRow("Topics", "Id", id, stop);
        var original = await db.Topics.ListedFor(viewer).FirstOrDefaultAsync(t => t.Id == id, stop) ?? throw new RefusedException(Refusal.NotFound, "There is no such question, or it is not for you.") { Field = "Of" };
        return original.Kind == TopicKind.Question ? original : throw new RefusedException(Refusal.Invalid, "Only a question can be the same as another one.") { Field = "Of" };
    }

    static async Task DemandIsNoDuplicate(CommunityContext db, Viewer viewer, Topic original, long topicId, CancellationToken stop)
    {
        var leads = await db.TopicLinks.Where(l => l.FromTopicId == original.Id && l.Kind == LinkKind.Duplicate).Select(l => l.ToTopicId).ToListAsync(stop);
        if (leads.Contains(topicId)) throw new RefusedException(Refusal.Conflict, "That question leads to this one. Open it again before you turn it round.") { Field = "Of" };
        if (leads.Count == 0) return;

        var first = await db.Topics.ListedFor(viewer).Where(t => leads.Contains(t.Id)).OrderBy(t => t.Id).FirstOrDefaultAsync(stop);
        throw first is null
            ? new RefusedException(Refusal.Conflict, "That question was asked before itself. Choose the one that it leads to.") { Field = "Of" }
            : new RefusedException(Refusal.Conflict, "That question was asked before itself. Choose the one that it leads to: “{0}”, number {1}.", first.Title, first.Id) { Field = "Of" };
    }
}
