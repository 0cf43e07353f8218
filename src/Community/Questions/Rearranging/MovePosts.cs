using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;

namespace Community.Questions.Rearranging;

/// <summary>Brings posts, with what stands under them, into another topic. Ids, permalinks, authors, times, revisions and votes stay.</summary>
public sealed class MovePosts(CommunityStore store, KnownGuards guards, TimeProvider clock)
{
    /// <param name="openly">The person means that others may read them there than here.</param>
    /// <exception cref="RefusedException">One of the topics is not there or not this person's to rearrange; a post cannot go; or others could read it there.</exception>
    public async Task Run(long personId, long topicId, IReadOnlyCollection<long> postIds, long intoId, string reason, bool openly = false, CancellationToken stop = default)
    {
        var found = await guards.CheckWords([("Reason", reason)]);
        await store.Write(async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var (source, target) = await db.TopicsToRearrange(viewer, topicId, intoId, stop);
            var posts = source.WithWhatStandsUnder(postIds);
            await db.DemandReaders(viewer, source, target.SpaceId, openly, stop);
            db.DemandUnfound(found, clock.Now(), source.SpaceId, target.SpaceId);

            var now = clock.Now();
            var made = await db.Bring(RearrangementKind.Move, source, target, posts, reason, personId, now, stop);
            target.TellPostsMoved(personId, now);
            await db.SaveChangesAsync(stop);
            await db.Follow(made, posts, stop);
        }, stop);
    }
}
