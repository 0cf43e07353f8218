using Community.Notes.Links;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Notes.Care;

/// <summary>What keeps notes true.</summary>
public static class CareSets
{
    extension(CommunityContext db)
    {
        public DbSet<NoteCare> NoteCares => db.Set<NoteCare>();

        public DbSet<NoteCheck> NoteChecks => db.Set<NoteCheck>();

        public DbSet<NoteVerdict> NoteVerdicts => db.Set<NoteVerdict>();

        public DbSet<NoteDispute> NoteDisputes => db.Set<NoteDispute>();

        public DbSet<NoteOutdating> NoteOutdatings => db.Set<NoteOutdating>();

        public DbSet<NoteHandover> NoteHandovers => db.Set<NoteHandover>();

        public DbSet<NoteUnitStewardship> NoteUnitStewardships => db.Set<NoteUnitStewardship>();

        public DbSet<NoteInterval> NoteIntervals => db.Set<NoteInterval>();

        public DbSet<OutsideLink> OutsideLinks => db.Set<OutsideLink>();
    }
}

sealed class CareMapping : IEntityTypeConfiguration<NoteCare>, IEntityTypeConfiguration<NoteCheck>, IEntityTypeConfiguration<NoteOutdating>, IEntityTypeConfiguration<NoteInterval>,
    IEntityTypeConfiguration<OutsideLink>
{
    public void Configure(EntityTypeBuilder<NoteCare> builder)
    {
        builder.ToTable("NoteCares");
        builder.HasKey(c => c.TopicId);
        builder.Ignore(c => c.Standing);
        builder.HasOne(c => c.Topic).WithOne().HasForeignKey<NoteCare>(c => c.TopicId);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.CheckedById);
        builder.HasIndex(c => c.ReviewAt);
    }

    public void Configure(EntityTypeBuilder<NoteCheck> builder)
    {
        builder.ToTable("NoteChecks");
        builder.Property(c => c.Word).HasMaxLength(CareWords.MaxLength);
        builder.HasOne<Topic>().WithMany().HasForeignKey(c => c.TopicId);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.ById);
    }

    public void Configure(EntityTypeBuilder<NoteOutdating> builder)
    {
        builder.ToTable("NoteOutdatings");
        builder.Property(o => o.Reason).HasMaxLength(CareWords.MaxLength);
        builder.HasOne<Topic>().WithMany().HasForeignKey(o => o.TopicId);
        builder.HasOne<Person>().WithMany().HasForeignKey(o => o.ById);
    }

    public void Configure(EntityTypeBuilder<NoteInterval> builder)
    {
        builder.ToTable("NoteIntervals");
        builder.HasKey(i => i.SpaceId);
        builder.HasOne<Space>().WithOne().HasForeignKey<NoteInterval>(i => i.SpaceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.ById);
    }

    public void Configure(EntityTypeBuilder<OutsideLink> builder)
    {
        builder.ToTable("OutsideLinks");
        builder.Property(l => l.Address).HasMaxLength(OutsideLink.MaxAddressLength);
        builder.Property(l => l.Answer).HasConversion<string>().HasMaxLength(16);
        builder.HasOne<Topic>().WithMany().HasForeignKey(l => l.TopicId);
        builder.HasIndex(l => new { l.TopicId, l.Address }).IsUnique();
        builder.HasIndex(l => l.NextAt);
    }
}

sealed class DoubtMapping : IEntityTypeConfiguration<NoteVerdict>, IEntityTypeConfiguration<NoteDispute>, IEntityTypeConfiguration<NotePosition>
{
    public void Configure(EntityTypeBuilder<NoteVerdict> builder)
    {
        builder.ToTable("NoteVerdicts");
        builder.Property(v => v.Answer).HasConversion<string>().HasMaxLength(16);
        builder.Property(v => v.Word).HasMaxLength(CareWords.MaxLength);
        builder.HasOne<Topic>().WithMany().HasForeignKey(v => v.TopicId);
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.PersonId);
        builder.HasIndex(v => new { v.TopicId, v.At });
    }

    public void Configure(EntityTypeBuilder<NoteDispute> builder)
    {
        builder.ToTable("NoteDisputes");
        builder.Property(d => d.Outcome).HasMaxLength(CareWords.MaxLength);
        builder.HasOne<Topic>().WithMany().HasForeignKey(d => d.TopicId);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.ById);
        builder.HasOne(d => d.Block).WithMany().HasForeignKey(d => d.BlockId);
        builder.HasOne(d => d.FirstBlock).WithMany().HasForeignKey(d => d.FirstBlockId);
        builder.HasMany(d => d.Positions).WithOne().HasForeignKey(p => p.DisputeId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<NotePosition> builder)
    {
        builder.ToTable("NotePositions");
        builder.Property(p => p.Text).HasMaxLength(CareWords.MaxLength);
        builder.Property(p => p.Link).HasMaxLength(NotePosition.MaxLinkLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
    }
}

sealed class KeeperMapping : IEntityTypeConfiguration<NoteHandover>, IEntityTypeConfiguration<NoteUnitStewardship>
{
    public void Configure(EntityTypeBuilder<NoteHandover> builder)
    {
        builder.ToTable("NoteHandovers");
        builder.Property(h => h.Why).HasMaxLength(CareWords.MaxLength);
        builder.HasOne<Topic>().WithMany().HasForeignKey(h => h.TopicId);
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.FromPersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.ToPersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.ById);
        builder.HasOne<Unit>().WithMany().HasForeignKey(h => h.FromUnitId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(h => h.ToUnitId);
    }

    public void Configure(EntityTypeBuilder<NoteUnitStewardship> builder)
    {
        builder.ToTable("NoteUnitStewardships");
        builder.HasKey(s => new { s.TopicId, s.UnitId });
        builder.HasOne(s => s.Topic).WithMany().HasForeignKey(s => s.TopicId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId);
        builder.HasIndex(s => s.UnitId);
    }
}
