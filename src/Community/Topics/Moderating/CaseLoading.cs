using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics.Moderating;

/// <summary>How verbs load the case that they decide on, with its topic held; and which cases are somebody's to see.</summary>
public static class CaseLoading
{
    extension(CommunityContext db)
    {
        /// <exception cref="RefusedException">Not there, or not this person's to judge.</exception>
        internal async Task<(FlagCase Case, Post Post)> CaseFor(Viewer viewer, long caseId, CancellationToken stop)
        {
            var postId = await db.FlagCases.Where(c => c.Id == caseId).Select(c => c.PostId).FirstOrDefaultAsync(stop);
            var post = await db.PostFor(viewer, postId, stop);
            if (!viewer.May(Act.Moderate, post.Topic.SpaceId)) throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
            if (viewer.Is(post.AuthorId)) throw new RefusedException(Refusal.Forbidden, "You wrote this post. Somebody else judges it.");

            return (await db.FlagCases.Include(c => c.Flags).FirstAsync(c => c.Id == caseId, stop), post);
        }
    }

    extension(IQueryable<FlagCase> cases)
    {
        /// <summary>Those of posts in the spaces where the viewer moderates, other than of own posts.</summary>
        public IQueryable<FlagCase> JudgedBy(Viewer viewer)
        {
            var spaces = viewer.ReadableSpaceIds.Where(id => viewer.May(Act.Moderate, id)).ToList();
            return cases.Where(c => spaces.Contains(c.Post.Topic.SpaceId) && !viewer.OwnIds.Contains(c.Post.AuthorId));
        }
    }
}
