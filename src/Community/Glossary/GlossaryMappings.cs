using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Glossary;

/// <summary>The sets of the area Glossary.</summary>
public static class GlossarySets
{
    extension(CommunityContext db)
    {
        public DbSet<Term> Terms => db.Set<Term>();

        public DbSet<TermRevision> TermRevisions => db.Set<TermRevision>();

        public DbSet<TermRemoval> TermRemovals => db.Set<TermRemoval>();
    }
}

sealed class TermMapping : IEntityTypeConfiguration<Term>, IEntityTypeConfiguration<TermRevision>, IEntityTypeConfiguration<TermRemoval>
{
    public void Configure(EntityTypeBuilder<Term> builder)
    {
        builder.ToTable("Terms");
        builder.Ignore(t => t.Synonyms);
        builder.Property(t => t.Name).HasMaxLength(TermText.MaxNameLength);
        builder.Property(t => t.Meaning).HasMaxLength(TermText.MaxMeaningLength);
        builder.HasOne<Space>().WithMany().HasForeignKey(t => t.SpaceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.AuthorId);
        // Two indexes: where the space is missing no two rows are equal to a store.
        builder.HasIndex(t => new { t.SpaceId, t.NameFolded }, "IX_Terms_OfSpace").IsUnique().HasFilter("\"SpaceId\" IS NOT NULL AND \"RemovedAt\" IS NULL");
        builder.HasIndex(t => t.NameFolded, "IX_Terms_OfAll").IsUnique().HasFilter("\"SpaceId\" IS NULL AND \"RemovedAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<TermRevision> builder)
    {
        builder.ToTable("TermRevisions");
        builder.Ignore(r => r.Synonyms);
        builder.Property(r => r.Name).HasMaxLength(TermText.MaxNameLength);
        builder.Property(r => r.Meaning).HasMaxLength(TermText.MaxMeaningLength);
        builder.Property(r => r.Summary).HasMaxLength(TermRevision.MaxSummaryLength);
        builder.HasOne(r => r.Term).WithMany(t => t.Revisions).HasForeignKey(r => r.TermId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.EditorId);
        builder.HasIndex(r => new { r.TermId, r.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TermRemoval> builder)
    {
        builder.ToTable("TermRemovals");
        builder.Property(r => r.Reason).HasMaxLength(Closure.MaxReasonLength);
        builder.HasOne(r => r.Term).WithMany().HasForeignKey(r => r.TermId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.ById);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.LiftedById);
    }
}
