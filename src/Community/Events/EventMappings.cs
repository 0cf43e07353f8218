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
    }
}

sealed class EventMapping : IEntityTypeConfiguration<Event>, IEntityTypeConfiguration<Checkpoint>, IEntityTypeConfiguration<FailedEvent>
{
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
