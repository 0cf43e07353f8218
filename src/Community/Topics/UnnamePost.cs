using Community.Governance;
using Community.Spaces;
using Community.Store;

namespace Community.Topics;

/// <summary>An author takes the own name off a question that has to stay because others answered it.</summary>
public sealed class UnnamePost(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not the author's, or not an opening.</exception>
    public Task Run(long personId, long postId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var post = await db.PostFor(viewer, postId, stop);
        viewer.Demand(Act.Withdraw, post, "Only its author takes the name off a post.");
        if (post is not { Part: Part.Opening, Topic.Kind: TopicKind.Question })
            throw new RefusedException(Refusal.Invalid, "Only a question keeps standing without its author's name. Withdraw this post instead.");

        post.Unname(clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
