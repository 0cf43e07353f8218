using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Trials;

/// <summary>The sets of the area Trials.</summary>
public static class TrialSets
{
    extension(CommunityContext db)
    {
        public DbSet<Trial> Trials => db.Set<Trial>();

        public DbSet<Trier> Triers => db.Set<Trier>();

        public DbSet<Observation> TrialObservations => db.Set<Observation>();

        public DbSet<Decision> TrialDecisions => db.Set<Decision>();

        public DbSet<TrialReminder> TrialReminders => db.Set<TrialReminder>();
    }
}

sealed class TrialMapping : IEntityTypeConfiguration<Trial>, IEntityTypeConfiguration<Trier>, IEntityTypeConfiguration<TrialReminder>
{
    public void Configure(EntityTypeBuilder<Trial> builder)
    {
        builder.ToTable("Trials");
        builder.Ignore(t => t.Decided);
        builder.Property(t => t.Title).HasMaxLength(Topic.MaxTitleLength);
        builder.Property(t => t.What).HasMaxLength(TrialText.MaxWhatLength);
        builder.Property(t => t.Place).HasMaxLength(TrialText.MaxPlaceLength);
        builder.Property(t => t.Measure).HasMaxLength(TrialText.MaxMeasureLength);
        builder.HasOne<Space>().WithMany().HasForeignKey(t => t.SpaceId);
        builder.HasOne<Topic>().WithMany().HasForeignKey(t => t.TopicId);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.OwnerId);
        builder.HasIndex(t => new { t.SpaceId, t.EndsOn });
        builder.HasIndex(t => t.EndsOn);
    }

    public void Configure(EntityTypeBuilder<Trier> builder)
    {
        builder.ToTable("Triers");
        builder.HasKey(t => new { t.TrialId, t.PersonId });
        builder.HasOne(t => t.Trial).WithMany(t => t.Triers).HasForeignKey(t => t.TrialId);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId);
    }

    public void Configure(EntityTypeBuilder<TrialReminder> builder)
    {
        builder.ToTable("TrialReminders");
        builder.HasKey(r => new { r.TrialId, r.EndsOn, r.Week });
        builder.HasOne(r => r.Trial).WithMany().HasForeignKey(r => r.TrialId);
    }
}

sealed class TrialLogMapping : IEntityTypeConfiguration<Observation>, IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Observation> builder)
    {
        builder.ToTable("TrialObservations");
        builder.Property(o => o.Seen).HasConversion<string>().HasMaxLength(16);
        builder.Property(o => o.Line).HasMaxLength(Observation.MaxLineLength);
        builder.HasOne(o => o.Trial).WithMany(t => t.Observations).HasForeignKey(o => o.TrialId);
        builder.HasOne<Person>().WithMany().HasForeignKey(o => o.AuthorId);
        builder.HasOne<Person>().WithMany().HasForeignKey(o => o.TakenBackById);
    }

    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("TrialDecisions");
        builder.Property(d => d.Outcome).HasConversion<string>().HasMaxLength(16);
        builder.Property(d => d.Reason).HasMaxLength(Decision.MaxReasonLength);
        builder.HasOne(d => d.Trial).WithMany(t => t.Decisions).HasForeignKey(d => d.TrialId);
        builder.HasOne<Topic>().WithMany().HasForeignKey(d => d.NoteId);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.ById);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.RevokedById);
        // One decision of a trial stands.
        builder.HasIndex(d => d.TrialId, "IX_TrialDecisions_Standing").IsUnique().HasFilter("\"RevokedAt\" IS NULL");
    }
}
