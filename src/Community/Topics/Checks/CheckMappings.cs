using Community.People;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Topics.Checks;

/// <summary>What is looked for, and how often it was found.</summary>
public static class CheckSets
{
    extension(CommunityContext db)
    {
        public DbSet<GuardRule> GuardRules => db.Set<GuardRule>();

        public DbSet<CheckHit> CheckHits => db.Set<CheckHit>();
    }
}

sealed class GuardRuleMapping : IEntityTypeConfiguration<GuardRule>, IEntityTypeConfiguration<CheckHit>
{
    public void Configure(EntityTypeBuilder<GuardRule> builder)
    {
        builder.ToTable("GuardRules");
        builder.Property(r => r.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(r => r.CheckDigit).HasConversion<string>().HasMaxLength(16);
        builder.Property(r => r.Act).HasConversion<string>().HasMaxLength(16);
        builder.Property(r => r.Name).HasMaxLength(GuardRule.MaxNameLength);
        builder.Property(r => r.Query).HasMaxLength(GuardRule.MaxQueryLength);
        builder.Property(r => r.Why).HasMaxLength(GuardRule.MaxWhyLength);
        builder.Property(r => r.Protected).HasMaxLength(GuardRule.MaxWhyLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.OwnerId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.ById);
        builder.HasOne<Space>().WithMany().HasForeignKey(r => r.SpaceId);
    }

    public void Configure(EntityTypeBuilder<CheckHit> builder)
    {
        builder.ToTable("CheckHits");
        builder.Property(h => h.Outcome).HasConversion<string>().HasMaxLength(16);
        builder.HasIndex(h => new { h.RuleId, h.At });
        builder.HasOne<GuardRule>().WithMany().HasForeignKey(h => h.RuleId);
    }
}
