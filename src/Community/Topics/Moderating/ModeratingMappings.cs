using Community.Governance;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Topics.Moderating;

/// <summary>The sets of moderation.</summary>
public static class ModeratingSets
{
    extension(CommunityContext db)
    {
        public DbSet<Flag> Flags => db.Set<Flag>();

        public DbSet<FlagCase> FlagCases => db.Set<FlagCase>();

        public DbSet<Appeal> Appeals => db.Set<Appeal>();

        public DbSet<Purging> Purgings => db.Set<Purging>();

        public DbSet<SlowMode> SlowModes => db.Set<SlowMode>();

        public DbSet<EditLock> EditLocks => db.Set<EditLock>();
    }
}

sealed class FlagMapping : IEntityTypeConfiguration<FlagCase>, IEntityTypeConfiguration<Flag>
{
    public void Configure(EntityTypeBuilder<FlagCase> builder)
    {
        builder.ToTable("FlagCases");
        builder.Property(c => c.Outcome).HasConversion<string>().HasMaxLength(16);
        builder.Property(c => c.Reason).HasMaxLength(Closure.MaxReasonLength);
        builder.HasOne(c => c.Post).WithMany().HasForeignKey(c => c.PostId);
        builder.HasMany(c => c.Flags).WithOne(f => f.Case).HasForeignKey(f => f.CaseId);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.ClaimedById);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.DecidedById);
        builder.HasIndex(c => new { c.PostId, c.DecidedAt });
    }

    public void Configure(EntityTypeBuilder<Flag> builder)
    {
        builder.ToTable("Flags");
        builder.Property(f => f.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(f => f.Word).HasMaxLength(Flag.MaxWordLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId);
        builder.HasIndex(f => new { f.CaseId, f.PersonId }).IsUnique();
        builder.HasIndex(f => new { f.PersonId, f.At });
    }
}

sealed class ActMapping : IEntityTypeConfiguration<Appeal>, IEntityTypeConfiguration<Purging>, IEntityTypeConfiguration<SlowMode>, IEntityTypeConfiguration<EditLock>
{
    public void Configure(EntityTypeBuilder<Appeal> builder)
    {
        builder.ToTable("Appeals");
        builder.Property(a => a.Words).HasMaxLength(Appeal.MaxWordsLength);
        builder.Property(a => a.Reason).HasMaxLength(Closure.MaxReasonLength);
        builder.HasOne(a => a.Removal).WithMany().HasForeignKey(a => a.RemovalId);
        builder.HasOne(a => a.Suspension).WithMany().HasForeignKey(a => a.SuspensionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.JudgedById);
        builder.HasIndex(a => a.RemovalId).IsUnique();
        builder.HasIndex(a => a.SuspensionId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Purging> builder)
    {
        builder.ToTable("Purgings");
        builder.Property(p => p.Reason).HasMaxLength(Closure.MaxReasonLength);
        builder.HasOne(p => p.Post).WithMany().HasForeignKey(p => p.PostId);
        builder.HasOne<Rule>().WithMany().HasForeignKey(p => p.RuleId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.AskedById);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.EndedById);
    }

    public void Configure(EntityTypeBuilder<SlowMode> builder)
    {
        builder.ToTable("SlowModes");
        builder.HasKey(s => s.TopicId);
        builder.HasOne<Topic>().WithOne().HasForeignKey<SlowMode>(s => s.TopicId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.ById);
    }

    public void Configure(EntityTypeBuilder<EditLock> builder)
    {
        builder.ToTable("EditLocks");
        builder.HasKey(l => l.PostId);
        builder.Property(l => l.Reason).HasMaxLength(Closure.MaxReasonLength);
        builder.HasOne<Post>().WithOne().HasForeignKey<EditLock>(l => l.PostId);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.ById);
    }
}
