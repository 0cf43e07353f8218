using Community.People;
using Community.Questions;
using Community.Questions.Promise;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Notifications.Mailing;

/// <summary>The set of what people want by mail.</summary>
public static class MailSets
{
    extension(CommunityContext db)
    {
        public DbSet<MailWishes> MailWishes => db.Set<MailWishes>();

        internal async Task<MailWishes> WishesToChange(long personId, CancellationToken stop)
        {
            await db.LockRow("People", "Id", personId, stop);
            return await db.MailWishes.FindAsync([personId], stop) ?? db.MailWishes.Add(new MailWishes(personId)).Entity;
        }

        /// <summary>On which days nobody works: weekends by the institution's usual week, and its holidays.</summary>
        internal async Task<Func<DateOnly, bool>> FreeDays(CancellationToken stop)
        {
            var holidays = (await db.Holidays.Where(h => h.SpaceId == null).Select(h => h.Day).ToListAsync(stop)).ToHashSet();
            return day => holidays.Contains(day) || WorkingWeek.Default.Days[(int)day.DayOfWeek] is null;
        }
    }
}

sealed class MailWishesMapping : IEntityTypeConfiguration<MailWishes>
{
    public void Configure(EntityTypeBuilder<MailWishes> builder)
    {
        builder.ToTable("MailWishes");
        builder.HasKey(w => w.PersonId);
        builder.Property(w => w.PersonId).ValueGeneratedNever();
        builder.Property(w => w.ToYou).HasConversion<string>().HasMaxLength(8);
        builder.Property(w => w.Kept).HasConversion<string>().HasMaxLength(8);
        builder.Property(w => w.Followed).HasConversion<string>().HasMaxLength(8);
        builder.Property(w => w.Spaces).HasConversion<string>().HasMaxLength(8);
        builder.Property(w => w.DigestDay).HasConversion<string>().HasMaxLength(9);
        builder.Property(w => w.OffSecret).HasMaxLength(64);
        builder.Property(w => w.CameBackSays).HasMaxLength(300);
        builder.HasIndex(w => w.OffSecret).IsUnique();
        builder.HasIndex(w => w.NextDigestAt);
        builder.HasOne<Person>().WithOne().HasForeignKey<MailWishes>(w => w.PersonId);
    }
}
