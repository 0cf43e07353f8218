using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Microsoft.EntityFrameworkCore;

namespace Community.Questions.Promise;

/// <summary>Says by which day a question needs its answer, and why, in place of what was said before.</summary>
public sealed class SayNeed(CommunityStore store, KnownGuards guards, TimeProvider clock)
{
    /// <exception cref="RefusedException">No open question for this person, not this person's to say, or a day that cannot be.</exception>
    public async Task Run(long personId, long topicId, DateOnly? day, string? reason, CancellationToken stop = default)
    {
        var found = await guards.CheckWords([(nameof(NeededBy), reason)], db => db.StandingNeeds.Where(n => n.TopicId == topicId).Select(n => n.Reason).ToArrayAsync(stop)!);
        await store.Write(async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var question = await db.TopicFor(viewer, topicId, stop);
            if (question.Kind != TopicKind.Question) throw new RefusedException(Refusal.Invalid, "Only a question has a day by which it is needed.") { Field = nameof(NeededBy) };
            viewer.Demand(Act.SayNeed, question, "Who asked, a steward or a moderator says by when an answer is needed.");
            if (question.IsClosed) throw new RefusedException(Refusal.Conflict, "This topic is closed. Start a new one that links to it, or ask for it to be opened again.");
            if (question.Standing != Standing.Published) throw new RefusedException(Refusal.Conflict, "This post is out of sight. Bring it back before you edit it.");
            db.DemandUnfound(found, clock.Now(), question.SpaceId);

            var needed = NeededBy.Of(day, reason) ?? throw new RefusedException(Refusal.Invalid, "Say both by which day it is needed and why, or leave both empty.") { Field = nameof(NeededBy) };
            await db.Say(question, needed, viewer.NameIn(question), clock.Now(), stop);
            await db.SaveChangesAsync(stop);
        }, stop);
    }
}
