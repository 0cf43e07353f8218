using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.People.Retention;

/// <summary>How long things are kept, and what is held: the one place that every sweep, and every verb that erases, asks.</summary>
public static class RetentionSets
{
    extension(CommunityContext db)
    {
        public DbSet<RetentionRule> RetentionRules => db.Set<RetentionRule>();

        public DbSet<LegalHold> LegalHolds => db.Set<LegalHold>();

        /// <summary>Holds that stand at this moment.</summary>
        public IQueryable<LegalHold> HoldsNow()
        {
            var now = db.Now;
            return db.LegalHolds.Where(h => h.EndedAt == null && (h.Until == null || h.Until > now));
        }

        /// <summary>People of whom nothing may be lost, and the masks that they wear.</summary>
        public IQueryable<Person> HeldPeople()
        {
            var (holds, masks) = (db.HoldsNow(), db.Masks);
            return db.People.Where(p => holds.Any(h => h.PersonId == p.Id) || masks.Any(m => m.Id == p.Id && holds.Any(h => h.PersonId == m.PersonId)));
        }

        /// <exception cref="RefusedException">Nothing of this person's may be lost now.</exception>
        public async Task DemandUnheld(long personId, CancellationToken stop)
        {
            if (await db.HeldPeople().AnyAsync(p => p.Id == personId, stop))
                throw new RefusedException(Refusal.Conflict, "Nothing of this account may be erased at present: an administrator put it on hold. Ask one what it is about.");
        }

        /// <summary>Before when something is forgotten; null: it is kept.</summary>
        public async Task<DateTime?> ForgottenBefore(RetentionKind kind, DateTime now, CancellationToken stop)
        {
            var rule = await db.RetentionRules.AsNoTracking().Where(r => r.Kind == kind).OrderByDescending(r => r.Id).FirstOrDefaultAsync(stop);
            return (rule is null ? RetentionRule.Default(kind) : rule.Days) is { } days ? now.AddDays(-days) : null;
        }
    }
}

sealed class RetentionMapping : IEntityTypeConfiguration<RetentionRule>, IEntityTypeConfiguration<LegalHold>
{
    public void Configure(EntityTypeBuilder<RetentionRule> builder)
    {
        builder.ToTable("RetentionRules");
        builder.Property(r => r.Kind).HasConversion<string>().HasMaxLength(16);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.ById);
    }

    public void Configure(EntityTypeBuilder<LegalHold> builder)
    {
        builder.ToTable("LegalHolds");
        builder.Property(h => h.Reason).HasMaxLength(LegalHold.MaxReasonLength);
        // Topics and spaces are named by number: this area knows neither.
        builder.HasIndex(h => h.TopicId);
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.ById);
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.EndedById);
    }
}
