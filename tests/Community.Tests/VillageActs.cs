using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests;

/// <summary>What people of the village do, in few words.</summary>
public static class VillageActs
{
    extension(Village village)
    {
        /// <summary>Starts a topic and gives its id.</summary>
        public Task<long> Start(long personId, TopicKind kind = TopicKind.Thread, string space = Village.Institution, string title = "Which tape for book spines?", string body = "The old one dries out.", params string[] tags) =>
            village.Verb<StartTopic>().Run(personId, space, kind, title, body, tags);

        /// <summary>Adds a post and gives its id.</summary>
        public Task<long> Add(long personId, long topicId, Part part, long? parentId = null, string body = "We use linen tape.") =>
            village.Verb<AddPost>().Run(personId, topicId, part, parentId, body);

        public Task<long> Opening(long topicId) => village.Read(db => db.Posts.Where(p => p.TopicId == topicId && p.Part == Part.Opening).Select(p => p.Id).SingleAsync());

        public Task<Topic> Topic(long topicId) => village.Read(db => db.Topics.AsNoTracking().Include(t => t.Tags).ThenInclude(t => t.Tag).Include(t => t.Closures).SingleAsync(t => t.Id == topicId));

        public Task<Post> Post(long postId) => village.Read(db => db.Posts.AsNoTracking().Include(p => p.Revisions.OrderBy(r => r.Number)).Include(p => p.Topic).SingleAsync(p => p.Id == postId));
    }

    /// <summary>Runs something that must be refused, and gives the refusal.</summary>
    public static async Task<RefusedException> Refused(Refusal kind, Func<Task> act)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(act);
        Assert.Equal(kind, refused.Kind);
        return refused;
    }
}
