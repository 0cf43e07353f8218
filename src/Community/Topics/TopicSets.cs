using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>The sets of the area Topics.</summary>
public static class TopicSets
{
    extension(CommunityContext db)
    {
        public DbSet<Topic> Topics => db.Set<Topic>();

        public DbSet<Post> Posts => db.Set<Post>();

        public DbSet<Revision> Revisions => db.Set<Revision>();

        public DbSet<Vote> Votes => db.Set<Vote>();

        public DbSet<Tag> Tags => db.Set<Tag>();

        public DbSet<TagSynonym> TagSynonyms => db.Set<TagSynonym>();

        public DbSet<TopicTag> TopicTags => db.Set<TopicTag>();

        public DbSet<Closure> Closures => db.Set<Closure>();

        public DbSet<Withdrawal> Withdrawals => db.Set<Withdrawal>();

        public DbSet<Removal> Removals => db.Set<Removal>();

        public DbSet<Bookmark> Bookmarks => db.Set<Bookmark>();

        public DbSet<Pin> Pins => db.Set<Pin>();

        public DbSet<ReadMark> ReadMarks => db.Set<ReadMark>();

        public DbSet<ReadFloor> ReadFloors => db.Set<ReadFloor>();

        public DbSet<Mention> Mentions => db.Set<Mention>();

        public DbSet<Quotation> Quotations => db.Set<Quotation>();

        public DbSet<NoteLink> NoteLinks => db.Set<NoteLink>();

        public DbSet<TopicLink> TopicLinks => db.Set<TopicLink>();

        public DbSet<TopicFollow> TopicFollows => db.Set<TopicFollow>();

        public DbSet<Rearrangement> Rearrangements => db.Set<Rearrangement>();

        public DbSet<Attribution> Attributions => db.Set<Attribution>();
    }
}
