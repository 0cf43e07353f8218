using Community.People;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Experts;

/// <summary>The sets of the area Experts.</summary>
public static class ExpertSets
{
    extension(CommunityContext db)
    {
        public DbSet<Hiding> Hidings => db.Set<Hiding>();

        public DbSet<AvoidedSubject> AvoidedSubjects => db.Set<AvoidedSubject>();

        public DbSet<HalfLife> HalfLives => db.Set<HalfLife>();
    }
}

sealed class ExpertMapping : IEntityTypeConfiguration<Hiding>, IEntityTypeConfiguration<AvoidedSubject>, IEntityTypeConfiguration<HalfLife>
{
    public void Configure(EntityTypeBuilder<Hiding> builder)
    {
        builder.ToTable("Hidings");
        builder.HasIndex(h => h.PersonId).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.PersonId);
    }

    public void Configure(EntityTypeBuilder<AvoidedSubject> builder)
    {
        builder.ToTable("AvoidedSubjects");
        builder.Property(s => s.Subject).HasMaxLength(AvoidedSubject.MaxLength);
        builder.HasIndex(s => new { s.PersonId, s.SubjectFolded }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
    }

    public void Configure(EntityTypeBuilder<HalfLife> builder)
    {
        builder.ToTable("HalfLives");
        builder.HasIndex(h => h.SpaceId).IsUnique();
        builder.HasOne<Space>().WithMany().HasForeignKey(h => h.SpaceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.ById);
    }
}
