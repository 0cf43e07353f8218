using Community.Topics;

namespace Community.Notes.Care;

/// <summary>How a note is kept true: one row a note, made when somebody first cares for it or by <see cref="TendNotes"/>. What it says follows from checks, doubts, disputes and outdatings, and is changed only while the topic is held.</summary>
public sealed class NoteCare
{
    public const int MaxMonths = 60;

    NoteCare()
    {
    }

    /// <param name="since">When the note was last written or revised.</param>
    /// <param name="months">How long that counts.</param>
    public NoteCare(Topic note, DateTime since, int months)
    {
        Topic = note;
        TopicId = note.Id;
        CheckedAt = since;
        ReviewAt = Next(since, months);
    }

    public long TopicId { get; private set; }

    public Topic? Topic { get; private set; }

    /// <summary>The last check, or else when it was written.</summary>
    public DateTime CheckedAt { get; private set; }

    /// <summary>Null when nobody has checked it since it was written.</summary>
    public long? CheckedById { get; private set; }

    /// <summary>The day from which it is due.</summary>
    public DateTime ReviewAt { get; private set; }

    /// <summary>The note's own interval; null takes its space's.</summary>
    public int? Months { get; private set; }

    /// <summary>The oldest contradiction that nobody has answered.</summary>
    public DateTime? DisputedAt { get; private set; }

    public DateTime? OutdatedAt { get; private set; }

    /// <summary>When its stewards were last reminded.</summary>
    public DateTime? RemindedAt { get; private set; }

    public NoteStanding Standing => new(CheckedAt, CheckedById, ReviewAt, DisputedAt, OutdatedAt);

    /// <summary>Days begin at midnight UTC, so that page, list and search agree on what is due.</summary>
    public static DateTime Next(DateTime from, int months) => from.Date.AddMonths(months);

    /// <summary>A steward says that it holds.</summary>
    /// <param name="spaceMonths">What counts where the note has no interval of its own.</param>
    public NoteCheck Check(long byId, string? word, int revision, int spaceMonths, DateTime now)
    {
        CheckedAt = now;
        CheckedById = byId;
        ReviewAt = Next(now, Months ?? spaceMonths);
        return new NoteCheck(TopicId, byId, word, revision, ReviewAt, now);
    }

    /// <param name="months">Null for the space's.</param>
    /// <exception cref="RefusedException">Less than a month, or more than five years.</exception>
    public void Choose(int? months, int spaceMonths)
    {
        if (months is < 1 or > MaxMonths) throw new RefusedException(Refusal.Invalid, "A note is checked again after 1 to {0} months.", MaxMonths) { Field = nameof(Months) };

        Months = months;
        ReviewAt = Next(CheckedAt, months ?? spaceMonths);
    }

    /// <exception cref="RefusedException">It is outdated already.</exception>
    public NoteOutdating Outdate(string reason, long byId, DateTime now)
    {
        if (OutdatedAt is not null) throw new RefusedException(Refusal.Conflict, "This note is marked as outdated already.");

        OutdatedAt = now;
        return new NoteOutdating(TopicId, reason, byId, now);
    }

    public void Revive() => OutdatedAt = null;

    /// <summary>A note that comes into care with its day long past: a handbook that is brought in would else be due in one go.</summary>
    internal void Spread(DateTime now)
    {
        if (ReviewAt < now.Date.AddMonths(-1)) ReviewAt = now.Date.AddDays(7 + TopicId % 365);
    }

    internal void Contradicted(DateTime? since) => DisputedAt = since;

    internal void Remind(DateTime now) => RemindedAt = now;
}
