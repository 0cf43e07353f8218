using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Events;

/// <summary>The log's own sets.</summary>
public static class EventSets
{
    extension(CommunityContext db)
    {
        public DbSet<Event> Events => db.Set<Event>();

        public DbSet<Checkpoint> Checkpoints => db.Set<Checkpoint>();

        public DbSet<FailedEvent> FailedEvents => db.Set<FailedEvent>();

        public DbSet<AuditRecord> AuditRecords => db.Set<AuditRecord>();
    }
}

sealed class EventMapping : IEntityTypeConfiguration<Event>, IEntityTypeConfiguration<Checkpoint>, IEntityTypeConfiguration<FailedEvent>, IEntityTypeConfiguration<AuditRecord>
{
    public void Configure(EntityTypeBuilder<AuditRecord> builder)
    {
        builder.ToTable("AuditRecords");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Kind).HasConversion<string>().HasMaxLength(32);
        builder.Property(r => r.Words).HasMaxLength(AuditRecord.MaxWordsLength);
        builder.Property(r => r.Hash).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<Event> builder)
    {
        builder.ToTable("Events");
        builder.Property(e => e.Kind).HasConversion<string>().HasMaxLength(32);
        builder.Ignore(e => e.PostId);
        builder.HasIndex(e => e.TopicId);
    }

    public void Configure(EntityTypeBuilder<Checkpoint> builder)
    {
        builder.ToTable("Checkpoints");
        builder.HasKey(c => c.Consumer);
        builder.Property(c => c.Consumer).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<FailedEvent> builder)
    {
        builder.ToTable("FailedEvents");
        builder.HasKey(f => new { f.Consumer, f.EventId });
        builder.Property(f => f.Consumer).HasMaxLength(64);
    }
}
