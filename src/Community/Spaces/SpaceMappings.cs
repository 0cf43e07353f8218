using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Spaces;

/// <summary>The sets of the area Spaces.</summary>
public static class SpaceSets
{
    extension(CommunityContext db)
    {
        public DbSet<Space> Spaces => db.Set<Space>();

        public DbSet<Membership> Memberships => db.Set<Membership>();

        public DbSet<UnitMembership> UnitMemberships => db.Set<UnitMembership>();
    }
}

sealed class SpaceMapping : IEntityTypeConfiguration<Space>, IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<UnitMembership>
{
    public void Configure(EntityTypeBuilder<Space> builder)
    {
        builder.ToTable("Spaces");
        builder.Property(s => s.Tier).HasConversion<string>().HasMaxLength(16);
        builder.Property(s => s.Slug).HasMaxLength(40);
        builder.Property(s => s.Rules).HasMaxLength(200).HasDefaultValue("");
        builder.HasIndex(s => s.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("Memberships");
        builder.HasIndex(m => new { m.SpaceId, m.PersonId }).IsUnique();
        builder.HasIndex(m => m.PersonId);
        builder.HasOne<Space>().WithMany().HasForeignKey(m => m.SpaceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
    }

    public void Configure(EntityTypeBuilder<UnitMembership> builder)
    {
        builder.ToTable("UnitMemberships");
        builder.HasKey(m => new { m.SpaceId, m.UnitId });
        builder.HasOne<Space>().WithMany().HasForeignKey(m => m.SpaceId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(m => m.UnitId);
    }
}
