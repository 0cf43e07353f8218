using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Governance;

/// <summary>The sets of the area Governance.</summary>
public static class GovernanceSets
{
    extension(CommunityContext db)
    {
        public DbSet<Rule> Rules => db.Set<Rule>();
    }

    /// <summary>The rule that an act cites.</summary>
    /// <param name="ruleId">Null for the general one: the first in force that is about order.</param>
    /// <exception cref="RefusedException">There is none in force.</exception>
    public static async Task<Rule> RuleToCite(this CommunityContext db, long? ruleId, CancellationToken stop = default)
    {
        var inForce = db.Rules.Where(r => r.RetiredAt == null);
        return await (ruleId is { } id ? inForce.Where(r => r.Id == id) : inForce.Where(r => r.Reason == ReasonClass.Order).OrderBy(r => r.Number)).FirstOrDefaultAsync(stop)
            ?? throw new RefusedException(Refusal.Invalid, "Name a rule that is in force.") { Field = "Rule" };
    }
}

sealed class RuleMapping : IEntityTypeConfiguration<Rule>
{
    public void Configure(EntityTypeBuilder<Rule> builder)
    {
        builder.ToTable("Rules");
        builder.Property(r => r.Name).HasMaxLength(Rule.MaxNameLength);
        builder.Property(r => r.Text).HasMaxLength(Rule.MaxTextLength);
        builder.Property(r => r.Reason).HasConversion<string>().HasMaxLength(16);
        builder.Ignore(r => r.Cited);
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasData(FirstRules.Rows);
    }
}
