using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.People.Guests;

/// <summary>Who answers for whom, and who still has access.</summary>
public static class GuestSets
{
    extension(CommunityContext db)
    {
        public DbSet<Sponsorship> Sponsorships => db.Set<Sponsorship>();

        /// <summary>Everybody whose account is open, without guests whose time is over: at this moment, whether anything has closed them yet or not.</summary>
        public IQueryable<Person> PeopleWithAccess()
        {
            var now = db.Now;
            return db.People.Where(p => p.ClosedAt == null && (p.AccessUntil == null || p.AccessUntil > now));
        }
    }
}

sealed class SponsorshipMapping : IEntityTypeConfiguration<Sponsorship>
{
    public void Configure(EntityTypeBuilder<Sponsorship> builder)
    {
        builder.ToTable("Sponsorships");
        builder.Property(s => s.Why).HasMaxLength(Sponsorship.MaxWhyLength);
        builder.Property(s => s.EndReason).HasMaxLength(Sponsorship.MaxWhyLength);
        builder.Property(s => s.End).HasConversion<string>().HasMaxLength(16);
        builder.Ignore(s => s.EndsAt);
        builder.HasIndex(s => new { s.PersonId, s.EndedAt });
        builder.HasIndex(s => new { s.SponsorId, s.EndedAt });
        builder.HasIndex(s => new { s.EndedAt, s.Until });
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.SponsorId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.AskedById);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.EndedById);
    }
}
