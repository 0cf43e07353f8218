using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Notifications;

/// <summary>The sets of the area Notifications.</summary>
public static class NotificationSets
{
    extension(CommunityContext db)
    {
        public DbSet<Notification> Notifications => db.Set<Notification>();

        public DbSet<Mail> Mails => db.Set<Mail>();
    }
}

sealed class NotificationMapping : IEntityTypeConfiguration<Notification>, IEntityTypeConfiguration<Mail>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("Notifications");
        builder.Property(n => n.Kind).HasConversion<string>().HasMaxLength(16);
        // Two consumers leave notices: of one event a person may have one of each.
        builder.HasIndex(n => new { n.EventId, n.PersonId, n.Kind }).IsUnique();
        builder.HasIndex(n => new { n.PersonId, n.SeenAt });
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId);
    }

    public void Configure(EntityTypeBuilder<Mail> builder)
    {
        builder.ToTable("Outbox");
        builder.Property(m => m.Letter).HasConversion<string>().HasMaxLength(16);
        builder.Property(m => m.ReplyKey).HasMaxLength(26);
        builder.Property(m => m.ReplyPart).HasConversion<string>().HasMaxLength(16);
        builder.HasIndex(m => m.ReplyKey).IsUnique();
        builder.HasIndex(m => new { m.PersonId, m.SentAt });
        builder.HasIndex(m => new { m.SentAt, m.NextTryAt });
    }
}
