using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Topics;

/// <summary>How posts came to stand in another topic.</summary>
public enum RearrangementKind { Split, Move, Merge }

/// <summary>That posts went from one topic into another: who did it, when and why. It is never changed, and both topics show it to those who may see the other.</summary>
public sealed class Rearrangement
{
    Rearrangement()
    {
    }

    internal Rearrangement(RearrangementKind kind, Topic from, Topic to, int postCount, string reason, long byId, DateTime at)
    {
        Kind = kind;
        From = from;
        To = to;
        PostCount = postCount;
        Reason = Reasons.Clean(reason);
        ById = byId;
        At = at;
    }

    public long Id { get; private set; }

    public RearrangementKind Kind { get; private set; }

    public long FromId { get; private set; }

    public Topic From { get; private set; } = null!;

    public long ToId { get; private set; }

    public Topic To { get; private set; } = null!;

    public int PostCount { get; private set; }

    public string Reason { get; private set; } = "";

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Of a merge: the post that had been the opening. Who may read it may read the title that it had.</summary>
    public long? OpeningId { get; internal set; }

    /// <summary>The answer that had been accepted and is not any more: there it is no answer, or another one is accepted.</summary>
    public long? EndedPostId { get; internal set; }
}

sealed class RearrangementMapping : IEntityTypeConfiguration<Rearrangement>
{
    public void Configure(EntityTypeBuilder<Rearrangement> builder)
    {
        builder.ToTable("Rearrangements");
        builder.Property(r => r.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(r => r.Reason).HasMaxLength(Closure.MaxReasonLength);
        builder.HasOne(r => r.From).WithMany().HasForeignKey(r => r.FromId);
        builder.HasOne(r => r.To).WithMany().HasForeignKey(r => r.ToId);
        builder.HasOne<People.Person>().WithMany().HasForeignKey(r => r.ById);
        builder.HasIndex(r => r.FromId);
        builder.HasIndex(r => r.ToId);
    }
}
