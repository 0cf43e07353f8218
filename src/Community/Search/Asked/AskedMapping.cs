using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Search.Asked;

/// <summary>What was searched for.</summary>
public static class AskedSets
{
    extension(CommunityContext db)
    {
        public DbSet<AskedSearch> AskedSearches => db.Set<AskedSearch>();
    }
}

sealed class AskedMapping : IEntityTypeConfiguration<AskedSearch>
{
    public void Configure(EntityTypeBuilder<AskedSearch> builder)
    {
        builder.ToTable("AskedSearches");
        builder.Property(row => row.Words).HasMaxLength(AskedText.MaxLength);
        builder.Property(row => row.Group).HasMaxLength(AskedText.MaxLength);
        builder.Property(row => row.By).HasConversion<string>().HasMaxLength(16);
        builder.HasIndex(row => new { row.Group, row.Day });
        builder.HasIndex(row => row.Day);
    }
}
