using Community.Governance;
using Community.Store;

namespace Community.Topics;

/// <summary>The gate for subjects: one that stands only on topics out of the reader's sight is as good as none.</summary>
public static class TagGate
{
    extension(CommunityContext db)
    {
        /// <summary>Subjects of topics that the viewer sees in lists. One that stands on no topic any more may have stood in a closed space.</summary>
        public IQueryable<Tag> TagsFor(Viewer viewer)
        {
            var (uses, topics) = (db.TopicTags, db.Topics.ListedFor(viewer));
            return db.Tags.Where(t => uses.Any(u => u.TagId == t.Id && topics.Any(topic => topic.Id == u.TopicId)));
        }

        /// <summary>Names of subjects in use that begin like this, the most used first.</summary>
        public IQueryable<string> TagNamesFor(Viewer viewer, string start)
        {
            var topics = db.Topics.ListedFor(viewer);
            return db.TopicTags.Where(t => t.Tag!.Name.StartsWith(start) && topics.Any(topic => topic.Id == t.TopicId))
                .GroupBy(t => t.Tag!.Name).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key);
        }
    }
}
