using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Topics;

sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("Drafts");
        builder.Property(d => d.Place).HasMaxLength(DraftPlace.MaxLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
        builder.HasOne<Topic>().WithMany().HasForeignKey(d => d.TopicId);
        builder.HasIndex(d => new { d.PersonId, d.Place }).IsUnique();
        builder.HasIndex(d => d.UpdatedAt);
    }
}

/// <summary>Drafts, and whose they are.</summary>
public static class DraftSets
{
    extension(CommunityContext db)
    {
        public DbSet<Draft> Drafts => db.Set<Draft>();

        /// <summary>The gate for drafts: a person's own, whoever else may look at the place. Without those that were discarded.</summary>
        public IQueryable<Draft> DraftsOf(long? personId) => db.Set<Draft>().AsNoTracking().Where(d => d.PersonId == personId && d.DiscardedAt == null);
    }
}
