using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Notes.Lineage;

/// <summary>The sets of lineage.</summary>
public static class LineageSets
{
    extension(CommunityContext db)
    {
        public DbSet<NoteBlock> NoteBlocks => db.Set<NoteBlock>();

        public DbSet<BlockLayout> BlockLayouts => db.Set<BlockLayout>();

        public DbSet<TakenPassage> TakenPassages => db.Set<TakenPassage>();

        public DbSet<LineageTie> LineageTies => db.Set<LineageTie>();
    }
}

sealed class LineageMapping : IEntityTypeConfiguration<NoteBlock>, IEntityTypeConfiguration<BlockLayout>, IEntityTypeConfiguration<LineageTie>, IEntityTypeConfiguration<TakenPassage>
{
    public void Configure(EntityTypeBuilder<NoteBlock> builder)
    {
        builder.ToTable("NoteBlocks");
        builder.Property(b => b.Fingerprint).HasMaxLength(24);
        builder.HasOne(b => b.Topic).WithMany().HasForeignKey(b => b.TopicId);
        builder.HasIndex(b => new { b.TopicId, b.GoneIn });
    }

    public void Configure(EntityTypeBuilder<BlockLayout> builder)
    {
        builder.ToTable("BlockLayouts");
        builder.HasKey(l => l.RevisionId);
        builder.HasOne(l => l.Revision).WithOne().HasForeignKey<BlockLayout>(l => l.RevisionId);
    }

    public void Configure(EntityTypeBuilder<LineageTie> builder)
    {
        builder.ToTable("LineageTies");
        builder.Property(t => t.Quote).HasMaxLength(LineageTie.MaxQuoteLength);
        builder.HasOne(t => t.Block).WithMany().HasForeignKey(t => t.BlockId);
        builder.HasOne(t => t.Post).WithMany().HasForeignKey(t => t.PostId);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.ById);
    }

    public void Configure(EntityTypeBuilder<TakenPassage> builder)
    {
        builder.ToTable("TakenPassages");
        builder.HasKey(t => new { t.RevisionId, t.BlockId });
        builder.HasOne(t => t.Revision).WithMany().HasForeignKey(t => t.RevisionId);
        builder.HasIndex(t => t.PostId);
    }
}
