using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Transfer;

/// <summary>That a row of a dump came in, and as what. Importing again finds it and makes no double.</summary>
public sealed class ImportedRow(string source, string table, long externalId, long subjectId)
{
    /// <summary>The site.</summary>
    public string Source { get; private set; } = source;

    public string Table { get; private set; } = table;

    public long ExternalId { get; private set; } = externalId;

    /// <summary>Our id of the person, post, revision, tag or space.</summary>
    public long SubjectId { get; private set; } = subjectId;
}

/// <summary>The sets of the area Transfer.</summary>
public static class TransferSets
{
    extension(CommunityContext db)
    {
        public DbSet<ImportedRow> ImportedRows => db.Set<ImportedRow>();
    }
}

sealed class ImportedRowMapping : IEntityTypeConfiguration<ImportedRow>
{
    public void Configure(EntityTypeBuilder<ImportedRow> builder)
    {
        builder.ToTable("ImportedRows");
        builder.HasKey(r => new { r.Source, r.Table, r.ExternalId });
        builder.Property(r => r.Source).HasMaxLength(100);
        builder.Property(r => r.Table).HasMaxLength(32);
    }
}
