using Community.Governance;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>Sets a person's one vote on a post; 0 takes it back.</summary>
public sealed class CastVote(CommunityStore store, TimeProvider clock)
{
    /// <returns>The post's score.</returns>
    /// <exception cref="RefusedException">The post is not there, is the person's own, or takes no votes.</exception>
    public Task<int> Run(long personId, long postId, int value, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var post = await db.PostFor(viewer, postId, stop);
        viewer.Demand(Act.Vote, post, "You may read this space, but not vote in it.");

        if (viewer.Is(post.AuthorId)) throw new RefusedException(Refusal.Forbidden, "Nobody votes on their own post.");
        await db.Entry(post).Collection(p => p.Votes).Query().Where(v => v.PersonId == personId).LoadAsync(stop);
        post.CastVote(value, personId, clock.Now());
        await db.SaveChangesAsync(stop);
        return post.Score;
    }, stop);
}
