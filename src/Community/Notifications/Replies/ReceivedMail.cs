using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Notifications.Replies;

/// <summary>What became of a mail that came in.</summary>
public enum ReceivedOutcome
{
    /// <summary>It is a post now.</summary>
    Posted,

    /// <summary>It answers a letter, and could not be taken; its sender was told why.</summary>
    Refused,

    /// <summary>It has a letter's key, and does not come from the letter's person.</summary>
    Forged,

    /// <summary>A letter that came back.</summary>
    Returned,

    /// <summary>A program wrote it: out of office, a list, our own.</summary>
    Automatic,

    /// <summary>It answers no letter of ours.</summary>
    Unknown,

    /// <summary>It could not be read.</summary>
    Unreadable,
}

/// <summary>A mail that came in, without what it says: so that none is taken twice, and for those who look after the mail.</summary>
public sealed class ReceivedMail
{
    ReceivedMail()
    {
    }

    public ReceivedMail(string messageKey, ReceivedOutcome outcome, DateTime now)
    {
        MessageKey = messageKey;
        Outcome = outcome;
        At = now;
    }

    public long Id { get; private set; }

    /// <summary>Of its id, by which a mail that is read again is known.</summary>
    public string MessageKey { get; private set; } = "";

    public ReceivedOutcome Outcome { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Whose letter it answers, or who did not get theirs.</summary>
    public long? PersonId { get; init; }

    /// <summary>The letter.</summary>
    public long? MailId { get; init; }

    public long? PostId { get; init; }

    /// <summary>Where it came from; null where that is the person.</summary>
    public string? Sender { get; init; }

    /// <summary>Why it was not taken, or what the other server said; at most 500 characters.</summary>
    public string? Reason { get; init; }
}

/// <summary>The set of mails that came in.</summary>
public static class ReplySets
{
    extension(CommunityContext db)
    {
        public DbSet<ReceivedMail> ReceivedMails => db.Set<ReceivedMail>();
    }
}

sealed class ReceivedMailMapping : IEntityTypeConfiguration<ReceivedMail>
{
    public void Configure(EntityTypeBuilder<ReceivedMail> builder)
    {
        builder.ToTable("ReceivedMails");
        builder.Property(r => r.MessageKey).HasMaxLength(64);
        builder.Property(r => r.Outcome).HasConversion<string>().HasMaxLength(16);
        builder.Property(r => r.Sender).HasMaxLength(254);
        builder.Property(r => r.Reason).HasMaxLength(500);
        builder.HasIndex(r => r.MessageKey).IsUnique();
        builder.HasIndex(r => new { r.PersonId, r.At });
        builder.HasIndex(r => r.At);
    }
}
