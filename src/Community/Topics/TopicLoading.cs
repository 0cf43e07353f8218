using Community.Governance;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>How verbs load what they decide on: behind the gate, and with the row held until the transaction ends.</summary>
static class TopicLoading
{
    extension(CommunityContext db)
    {
        /// <exception cref="RefusedException">There is no such topic for this viewer.</exception>
        public async Task<Topic> TopicFor(Viewer viewer, long topicId, CancellationToken stop)
        {
            await db.LockRow("Topics", "Id", topicId, stop);
            return await db.Topics.VisibleTo(viewer).FirstOrDefaultAsync(t => t.Id == topicId, stop)
                ?? throw new RefusedException(Refusal.NotFound, "There is no such topic, or it is not for you.");
        }

        /// <exception cref="RefusedException">There is no such post for this viewer.</exception>
        public async Task<Post> PostFor(Viewer viewer, long postId, CancellationToken stop)
        {
            var topicId = await db.Posts.Where(p => p.Id == postId).Select(p => (long?)p.TopicId).FirstOrDefaultAsync(stop);
            if (topicId is not null) await db.LockRow("Topics", "Id", topicId, stop);
            return await db.Posts.VisibleTo(viewer).Include(p => p.Topic).FirstOrDefaultAsync(p => p.Id == postId, stop)
                ?? throw new RefusedException(Refusal.NotFound, "There is no such post, or it is not for you.");
        }

        /// <exception cref="RefusedException">There is no such space for this viewer.</exception>
        public async Task<Space> SpaceFor(Viewer viewer, string slug, CancellationToken stop) =>
            await db.Spaces.VisibleTo(viewer).FirstOrDefaultAsync(s => s.Slug == slug, stop)
                ?? throw new RefusedException(Refusal.NotFound, "There is no such space, or it is not for you.") { Field = "Space" };
    }

    extension(Viewer viewer)
    {
        /// <exception cref="RefusedException">The viewer may see it but not do this.</exception>
        public void Demand(Act act, long spaceId, Who also = Who.Nobody, string sentence = "You may read this, but not change it. Ask a steward of the space.")
        {
            if (act != Act.Withdraw) viewer.DemandActive();
            if (!viewer.May(act, spaceId, also)) throw new RefusedException(Refusal.Forbidden, sentence);
        }

        public void Demand(Act act, Topic topic, string sentence = "You may read this, but not change it. Ask a steward of the space.") =>
            viewer.Demand(act, topic.SpaceId, viewer.Is(topic.AuthorId) ? Who.Starter : Who.Nobody, sentence);

        public void Demand(Act act, Post post, string sentence = "You may read this, but not change it. Ask a steward of the space.") =>
            viewer.Demand(act, post.Topic.SpaceId, viewer.Is(post.AuthorId) ? Who.Author : Who.Nobody, sentence);
    }
}
