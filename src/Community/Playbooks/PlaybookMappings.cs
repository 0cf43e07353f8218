using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Playbooks;

/// <summary>The sets of the area Playbooks.</summary>
public static class PlaybookSets
{
    extension(CommunityContext db)
    {
        public DbSet<Playbook> Playbooks => db.Set<Playbook>();

        public DbSet<PlaybookVersion> PlaybookVersions => db.Set<PlaybookVersion>();

        public DbSet<PlaybookRun> PlaybookRuns => db.Set<PlaybookRun>();

        public DbSet<RunStep> RunSteps => db.Set<RunStep>();
    }
}

sealed class PlaybookMapping : IEntityTypeConfiguration<Playbook>, IEntityTypeConfiguration<PlaybookVersion>, IEntityTypeConfiguration<PlaybookStep>
{
    const int WordLength = 16;

    public void Configure(EntityTypeBuilder<Playbook> builder)
    {
        builder.ToTable("Playbooks");
        builder.Property(p => p.Title).HasMaxLength(PlaybookTerms.MaxTitleLength);
        builder.Property(p => p.ReadyKey).HasMaxLength(WordLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.OwnerId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.RetiredById);
        builder.HasIndex(p => p.ReadyKey).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PlaybookVersion> builder)
    {
        builder.ToTable("PlaybookVersions");
        builder.Ignore(v => v.Approver);
        builder.Property(v => v.Scenario).HasConversion<string>().HasMaxLength(WordLength);
        builder.Property(v => v.ApproverParty).HasConversion<string>().HasMaxLength(WordLength);
        builder.Property(v => v.OtherScenario).HasMaxLength(PlaybookTerms.MaxScenarioLength);
        builder.Property(v => v.Title).HasMaxLength(PlaybookTerms.MaxTitleLength);
        builder.Property(v => v.When).HasMaxLength(PlaybookTerms.MaxWhenLength);
        builder.Property(v => v.Reply).HasMaxLength(PlaybookTerms.MaxReplyLength);
        builder.HasOne(v => v.Playbook).WithMany(p => p.Versions).HasForeignKey(v => v.PlaybookId);
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.ById);
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.ApproverPersonId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(v => v.ApproverUnitId);
        builder.HasIndex(v => new { v.PlaybookId, v.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PlaybookStep> builder)
    {
        builder.ToTable("PlaybookSteps");
        builder.Ignore(s => s.Doer);
        builder.HasKey(s => new { s.VersionId, s.Number });
        builder.Property(s => s.Text).HasMaxLength(PlaybookTerms.MaxStepLength);
        builder.Property(s => s.Party).HasConversion<string>().HasMaxLength(WordLength);
        builder.HasOne(s => s.Version).WithMany(v => v.Steps).HasForeignKey(s => s.VersionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId);
    }
}

sealed class RunMapping : IEntityTypeConfiguration<PlaybookRun>, IEntityTypeConfiguration<RunStep>
{
    const int WordLength = 16;

    public void Configure(EntityTypeBuilder<PlaybookRun> builder)
    {
        builder.ToTable("PlaybookRuns");
        builder.Ignore(r => r.Current);
        builder.Ignore(r => r.ReplyWaits);
        builder.Property(r => r.State).HasConversion<string>().HasMaxLength(WordLength);
        builder.Property(r => r.Why).HasMaxLength(PlaybookRun.MaxWhyLength);
        builder.Property(r => r.Outcome).HasMaxLength(PlaybookRun.MaxOutcomeLength);
        builder.Property(r => r.Reply).HasMaxLength(PlaybookTerms.MaxReplyLength);
        builder.Property(r => r.DecisionNote).HasMaxLength(PlaybookRun.MaxWhyLength);
        builder.HasOne(r => r.Playbook).WithMany().HasForeignKey(r => r.PlaybookId);
        builder.HasOne(r => r.Version).WithMany().HasForeignKey(r => r.VersionId);
        builder.HasOne(r => r.Post).WithMany().HasForeignKey(r => r.PostId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.StarterId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.EndedById);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.ReplyById);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.DecidedById);
        builder.HasIndex(r => new { r.State, r.DueAt });
    }

    public void Configure(EntityTypeBuilder<RunStep> builder)
    {
        builder.ToTable("PlaybookRunSteps");
        builder.HasKey(s => new { s.RunId, s.Number });
        builder.Property(s => s.State).HasConversion<string>().HasMaxLength(WordLength);
        builder.Property(s => s.Line).HasMaxLength(RunStep.MaxLineLength);
        builder.HasOne(s => s.Run).WithMany(r => r.Steps).HasForeignKey(s => s.RunId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.TakenById);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.ById);
    }
}
