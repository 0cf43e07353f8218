using Community.People;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Policies;

/// <summary>The sets of the area Policies.</summary>
public static class PolicySets
{
    extension(CommunityContext db)
    {
        public DbSet<Policy> Policies => db.Set<Policy>();

        public DbSet<PolicyVersion> PolicyVersions => db.Set<PolicyVersion>();

        public DbSet<PolicyReminder> PolicyReminders => db.Set<PolicyReminder>();

        public DbSet<Acknowledgement> Acknowledgements => db.Set<Acknowledgement>();
    }
}

sealed class PolicyMapping : IEntityTypeConfiguration<Policy>, IEntityTypeConfiguration<PolicyVersion>, IEntityTypeConfiguration<PolicyScope>, IEntityTypeConfiguration<PolicyReminder>, IEntityTypeConfiguration<Acknowledgement>
{
    public void Configure(EntityTypeBuilder<Policy> builder)
    {
        builder.ToTable("Policies");
        builder.Ignore(p => p.Waiting);
        builder.Property(p => p.Title).HasMaxLength(PolicyText.MaxTitleLength);
        builder.Property(p => p.Kind).HasConversion<string>().HasMaxLength(16);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.OwnerId);
        builder.HasOne<Topic>().WithMany().HasForeignKey(p => p.TopicId);
    }

    public void Configure(EntityTypeBuilder<PolicyVersion> builder)
    {
        builder.ToTable("PolicyVersions");
        builder.Property(v => v.Title).HasMaxLength(PolicyText.MaxTitleLength);
        builder.Property(v => v.Summary).HasMaxLength(PolicyText.MaxSummaryLength);
        builder.Property(v => v.Quiz).HasMaxLength(Quiz.MaxLength);
        builder.Ignore(v => v.Scenarios);
        builder.HasOne(v => v.Policy).WithMany(p => p.Versions).HasForeignKey(v => v.PolicyId);
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.EditorId);
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.ReleasedById);
        builder.HasIndex(v => new { v.PolicyId, v.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PolicyScope> builder)
    {
        builder.ToTable("PolicyScopes");
        builder.Property(s => s.Medium).HasMaxLength(PolicyScope.MaxLength);
        builder.Property(s => s.Accounts).HasMaxLength(PolicyScope.MaxLength);
        builder.HasOne<PolicyVersion>().WithMany(v => v.Scope).HasForeignKey(s => s.VersionId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PolicyReminder> builder)
    {
        builder.ToTable("PolicyReminders");
        builder.HasOne<Policy>().WithMany().HasForeignKey(r => r.PolicyId);
        builder.HasOne<PolicyVersion>().WithMany().HasForeignKey(r => r.VersionId);
    }

    public void Configure(EntityTypeBuilder<Acknowledgement> builder)
    {
        builder.ToTable("Acknowledgements");
        builder.HasOne<Policy>().WithMany().HasForeignKey(a => a.PolicyId);
        builder.HasOne<PolicyVersion>().WithMany().HasForeignKey(a => a.VersionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
        builder.HasIndex(a => new { a.VersionId, a.PersonId }).IsUnique();
        builder.HasIndex(a => new { a.PolicyId, a.PersonId });
    }
}
