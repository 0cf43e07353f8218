using Community.Notes.Lineage;
using Community.People;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Notes.Bench;

/// <summary>The sets of the distil bench.</summary>
public static class BenchSets
{
    extension(CommunityContext db)
    {
        public DbSet<BenchNote> BenchNotes => db.Set<BenchNote>();

        public DbSet<BenchPassage> BenchPassages => db.Set<BenchPassage>();

        public DbSet<BenchBlock> BenchBlocks => db.Set<BenchBlock>();
    }
}

sealed class BenchMapping : IEntityTypeConfiguration<BenchNote>, IEntityTypeConfiguration<BenchPassage>, IEntityTypeConfiguration<BenchBlock>
{
    public void Configure(EntityTypeBuilder<BenchNote> builder)
    {
        builder.ToTable("BenchNotes");
        builder.HasKey(n => n.PersonId);
        builder.Property(n => n.PersonId).ValueGeneratedNever();
        builder.Property(n => n.Title).HasMaxLength(Topic.MaxTitleLength);
        builder.Ignore(n => n.Sections);
        builder.HasOne<Person>().WithOne().HasForeignKey<BenchNote>(n => n.PersonId);
    }

    public void Configure(EntityTypeBuilder<BenchPassage> builder)
    {
        builder.ToTable("BenchPassages");
        builder.Property(p => p.Text).HasMaxLength(LineageTie.MaxQuoteLength);
        builder.HasOne(p => p.Post).WithMany().HasForeignKey(p => p.PostId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
        builder.HasIndex(p => p.PersonId);
    }

    public void Configure(EntityTypeBuilder<BenchBlock> builder)
    {
        builder.ToTable("BenchBlocks");
        builder.HasOne<Person>().WithMany().HasForeignKey(b => b.PersonId);
        builder.HasOne<BenchPassage>().WithMany().HasForeignKey(b => b.PassageId);
        builder.HasIndex(b => b.PersonId);
    }
}
