using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Notes.Combining;

/// <summary>The sets of what ties notes together.</summary>
public static class CombiningSets
{
    extension(CommunityContext db)
    {
        public DbSet<NoteMerge> NoteMerges => db.Set<NoteMerge>();

        public DbSet<NoteVariant> NoteVariants => db.Set<NoteVariant>();

        public DbSet<NotePlacement> NotePlacements => db.Set<NotePlacement>();

        /// <summary>Merges that stand: whose closing was not taken back.</summary>
        public IQueryable<NoteMerge> StandingMerges => db.NoteMerges.Where(m => m.Closure.ReopenedAt == null);
    }
}

sealed class CombiningMapping : IEntityTypeConfiguration<NoteMerge>, IEntityTypeConfiguration<NoteVariant>, IEntityTypeConfiguration<NotePlacement>
{
    public void Configure(EntityTypeBuilder<NoteMerge> builder)
    {
        builder.ToTable("NoteMerges");
        builder.HasKey(m => m.ClosureId);
        builder.HasOne(m => m.Closure).WithOne().HasForeignKey<NoteMerge>(m => m.ClosureId);
        builder.HasOne<Topic>().WithMany().HasForeignKey(m => m.SourceId);
        builder.HasOne<Topic>().WithMany().HasForeignKey(m => m.TargetId);
    }

    public void Configure(EntityTypeBuilder<NoteVariant> builder)
    {
        builder.ToTable("NoteVariants");
        builder.HasKey(v => v.NoteId);
        builder.Property(v => v.ForWhom).HasMaxLength(NoteVariant.MaxWordsLength);
        builder.HasOne(v => v.Note).WithOne().HasForeignKey<NoteVariant>(v => v.NoteId);
        builder.HasOne<Topic>().WithMany().HasForeignKey(v => v.BaseId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(v => v.UnitId);
    }

    public void Configure(EntityTypeBuilder<NotePlacement> builder)
    {
        builder.ToTable("NotePlacements");
        builder.HasKey(p => new { p.NoteId, p.SpaceId });
        builder.HasOne<Topic>().WithMany().HasForeignKey(p => p.NoteId);
        builder.HasOne<Space>().WithMany().HasForeignKey(p => p.SpaceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.ById);
        builder.HasIndex(p => p.SpaceId);
    }
}
