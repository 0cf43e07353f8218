using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Notifications.Pushing;

/// <summary>The sets of what is pushed, and to where.</summary>
public static class PushSets
{
    extension(CommunityContext db)
    {
        public DbSet<PushDevice> PushDevices => db.Set<PushDevice>();

        public DbSet<Push> Pushes => db.Set<Push>();

        public DbSet<PushKey> PushKeys => db.Set<PushKey>();

        /// <summary>The devices of those whose account is open and that are still signed in; nothing is sent to others.</summary>
        public IQueryable<PushDevice> ReachableDevices
        {
            get
            {
                var (people, sessions) = (db.People, db.Sessions);
                return db.PushDevices.Where(d => people.Any(p => p.Id == d.PersonId && p.ClosedAt == null) && sessions.Any(s => s.Id == d.SessionId && s.PersonId == d.PersonId && s.EndedAt == null));
            }
        }
    }
}

sealed class PushMapping : IEntityTypeConfiguration<PushDevice>, IEntityTypeConfiguration<Push>, IEntityTypeConfiguration<PushKey>
{
    public void Configure(EntityTypeBuilder<PushDevice> builder)
    {
        builder.ToTable("PushDevices");
        builder.Property(d => d.Endpoint).HasMaxLength(800);
        builder.Property(d => d.P256dh).HasMaxLength(100);
        builder.Property(d => d.Auth).HasMaxLength(40);
        builder.Property(d => d.Agent).HasMaxLength(200);
        builder.Ignore(d => d.Target);
        // A browser is told for one person at a time.
        builder.HasIndex(d => d.Endpoint).IsUnique();
        builder.HasIndex(d => d.PersonId);
        builder.HasIndex(d => d.SessionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
        builder.HasOne<Session>().WithMany().HasForeignKey(d => d.SessionId);
    }

    public void Configure(EntityTypeBuilder<Push> builder)
    {
        builder.ToTable("Pushes");
        builder.Property(p => p.Kind).HasConversion<string>().HasMaxLength(8);
        builder.Property(p => p.LastError).HasMaxLength(100);
        builder.HasIndex(p => new { p.SentAt, p.NextTryAt });
        builder.HasIndex(p => new { p.DeviceId, p.SentAt });
        builder.HasOne(p => p.Device).WithMany().HasForeignKey(p => p.DeviceId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PushKey> builder)
    {
        builder.ToTable("PushKeys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Secret).HasMaxLength(300);
        builder.Property(k => k.Public).HasMaxLength(100);
    }
}
