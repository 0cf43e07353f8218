using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Topics.Watching;

/// <summary>The set of what people chose to hear of.</summary>
public static class WatchSets
{
    extension(CommunityContext db)
    {
        public DbSet<Watch> Watches => db.Set<Watch>();

        /// <summary>The person's own choice about one thing, or none.</summary>
        public IQueryable<Watch> WatchesOf(long? personId, WatchSubject subject) => db.Watches.Where(w => w.PersonId == personId && w.TopicId == subject.TopicId && w.TagId == subject.TagId && w.SpaceId == subject.SpaceId && w.WriterId == subject.WriterId);
    }
}

sealed class WatchMapping : IEntityTypeConfiguration<Watch>
{
    public void Configure(EntityTypeBuilder<Watch> builder)
    {
        builder.ToTable("Watches");
        builder.Property(w => w.Level).HasConversion<string>().HasMaxLength(8);
        builder.HasOne<Person>().WithMany().HasForeignKey(w => w.PersonId);
        builder.HasOne(w => w.Topic).WithMany().HasForeignKey(w => w.TopicId);
        builder.HasOne(w => w.Tag).WithMany().HasForeignKey(w => w.TagId);
        builder.HasOne(w => w.Space).WithMany().HasForeignKey(w => w.SpaceId);
        builder.HasOne(w => w.Writer).WithMany().HasForeignKey(w => w.WriterId);
        // One choice a person and thing; the empty ones of these differ from each other.
        builder.HasIndex(w => new { w.TopicId, w.PersonId }).IsUnique();
        builder.HasIndex(w => new { w.TagId, w.PersonId }).IsUnique();
        builder.HasIndex(w => new { w.SpaceId, w.PersonId }).IsUnique();
        builder.HasIndex(w => new { w.WriterId, w.PersonId }).IsUnique();
        builder.HasIndex(w => w.PersonId);
    }
}
