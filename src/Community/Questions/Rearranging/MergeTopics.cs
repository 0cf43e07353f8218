using Community.Questions.Answering;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;

namespace Community.Questions.Rearranging;

/// <summary>Brings all posts of a thread or question into another topic, which goes on. Nothing is left of the one but its address, which leads there; who followed it follows the other.</summary>
public sealed class MergeTopics(CommunityStore store, KnownGuards guards, TimeProvider clock)
{
    /// <param name="openly">The person means that others may read the posts there than here.</param>
    /// <exception cref="RefusedException">One of the topics is not there or not this person's to rearrange; the source is a note; the target is closed; or others could read the posts there.</exception>
    public async Task Run(long personId, long topicId, long intoId, string reason, bool openly = false, CancellationToken stop = default)
    {
        var found = await guards.CheckWords([("Reason", reason)]);
        await store.Write(async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var (source, target) = await db.TopicsToRearrange(viewer, topicId, intoId, stop);
            if (source.Kind == TopicKind.Note) throw new RefusedException(Refusal.Invalid, "A note is merged with the text of both before the eyes, not closed as merged.");
            await db.DemandReaders(viewer, source, target.SpaceId, openly, stop);
            db.DemandUnfound(found, clock.Now(), source.SpaceId, target.SpaceId);

            var now = clock.Now();
            List<Post> posts = [.. source.Posts.OrderBy(p => p.Id)];
            await db.LeadOn(source, target, LinkKind.Merged, await db.WhoHas(topicId, stop), now, stop);
            var made = await db.Bring(RearrangementKind.Merge, source, target, posts, reason, personId, now, stop);
            source.LeaveTo(reason, personId, now);
            if (await db.Pins.FindAsync([topicId], stop) is { } pin) db.Pins.Remove(pin);
            target.TellPostsMoved(personId, now);
            await db.SaveChangesAsync(stop);
            await db.Follow(made, posts, stop);
        }, stop);
    }
}
