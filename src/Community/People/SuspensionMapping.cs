using Community.Governance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.People;

sealed class SuspensionMapping : IEntityTypeConfiguration<Suspension>
{
    public void Configure(EntityTypeBuilder<Suspension> builder)
    {
        builder.ToTable("Suspensions");
        builder.Property(s => s.RuleCited).HasMaxLength(Rule.MaxNameLength + 20);
        builder.Property(s => s.ReasonClass).HasConversion<string>().HasMaxLength(16);
        builder.Property(s => s.Reason).HasMaxLength(Suspension.MaxReasonLength);
        builder.Property(s => s.EndReason).HasMaxLength(Suspension.MaxReasonLength);
        builder.HasOne<Rule>().WithMany().HasForeignKey(s => s.RuleId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.ById);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.EndedById);
        // Every verb asks whether its person has one in force.
        builder.HasIndex(s => new { s.PersonId, s.EndedAt });
    }
}
