using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Trials;

/// <summary>What a trial may name.</summary>
static class TrialPeople
{
    /// <exception cref="RefusedException">Somebody cannot read the space, or the topic is not there for whoever names it.</exception>
    public static async Task Demand(CommunityContext db, Governance.Viewer viewer, long spaceId, TrialText text, long ownerId, long? topicBefore, CancellationToken stop)
    {
        var people = text.PersonIds.Append(ownerId).Distinct().ToList();
        var viewers = await db.Viewers(people, stop);
        if (people.Any(id => !viewers.TryGetValue(id, out var one) || !one.CanRead(spaceId)))
            throw new RefusedException(Refusal.Invalid, "Somebody named here is not known, or cannot read this space.") { Field = "People" };
        if (text.TopicId is { } topicId && topicId != topicBefore && !await db.Topics.ListedFor(viewer).AnyAsync(t => t.Id == topicId, stop))
            throw new RefusedException(Refusal.NotFound, "There is no such topic, or it is not for you.") { Field = "Topic" };
    }
}
