using Community.People;
using Community.Search.Asked;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Search.Gaps;

/// <summary>Gaps, and who may see them.</summary>
public static class GapSets
{
    extension(CommunityContext db)
    {
        public DbSet<Gap> Gaps => db.Set<Gap>();

        public DbSet<GapClaim> GapClaims => db.Set<GapClaim>();

        public DbSet<GapDismissal> GapDismissals => db.Set<GapDismissal>();
    }
}

sealed class GapMapping : IEntityTypeConfiguration<Gap>, IEntityTypeConfiguration<GapClaim>, IEntityTypeConfiguration<GapDismissal>
{
    public void Configure(EntityTypeBuilder<Gap> builder)
    {
        builder.ToTable("Gaps");
        builder.Property(g => g.Group).HasMaxLength(AskedText.MaxLength);
        builder.Property(g => g.Words).HasMaxLength(AskedText.MaxLength);
        builder.Property(g => g.State).HasConversion<string>().HasMaxLength(16);
        builder.Ignore(g => g.Claimed);
        builder.HasIndex(g => g.Group).IsUnique();
        builder.HasIndex(g => new { g.State, g.IsMissed, g.Missed, g.Id });
        builder.HasMany(g => g.Claims).WithOne().HasForeignKey(c => c.GapId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(g => g.Dismissals).WithOne().HasForeignKey(d => d.GapId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<GapClaim> builder)
    {
        builder.ToTable("GapClaims");
        builder.Property(c => c.Ending).HasConversion<string>().HasMaxLength(16);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
        builder.HasOne<Topic>().WithMany().HasForeignKey(c => c.TopicId);
    }

    public void Configure(EntityTypeBuilder<GapDismissal> builder)
    {
        builder.ToTable("GapDismissals");
        builder.Property(d => d.Reason).HasMaxLength(GapDismissal.MaxReasonLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.ById);
    }
}
