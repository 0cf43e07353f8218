using Community.Events;

namespace Community.Topics;

/// <summary>A text on its way: typed by a person at a place and not sent. Nobody else ever sees it, and no event tells of it; who may edit the same post is told that it is there.</summary>
public sealed class Draft : Entity
{
    public const int MostPerPerson = 100;

    /// <summary>How long one that was discarded can be brought back.</summary>
    public static readonly TimeSpan RestorableFor = TimeSpan.FromDays(7);

    Draft()
    {
    }

    public Draft(long personId, DraftPlace place, long? topicId, DraftText text, DateTime now)
    {
        PersonId = personId;
        Place = place.ToString();
        TopicId = topicId;
        Write(text, now);
    }

    public long PersonId { get; private set; }

    /// <summary>See <see cref="DraftPlace"/>.</summary>
    public string Place { get; private set; } = "";

    /// <summary>The topic that it belongs to; null of a new one.</summary>
    public long? TopicId { get; private set; }

    /// <summary>The fields as JSON, see <see cref="DraftText"/>.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Grows with each save and is never given twice at a place, also when the draft there was sent and another begun: milliseconds of the time, or one more than before.</summary>
    public long Version { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Set while it can still be brought back.</summary>
    public DateTime? DiscardedAt { get; private set; }

    public void Write(DraftText text, DateTime now)
    {
        if (text.Length > DraftText.MaxLength) throw new RefusedException(Refusal.TooLarge, "A draft has at most {0} characters. Split it, or leave the largest part out.", DraftText.MaxLength);

        Text = text.ToJson();
        Version = Math.Max(Version + 1, new DateTimeOffset(now, TimeSpan.Zero).ToUnixTimeMilliseconds());
        UpdatedAt = now;
        DiscardedAt = null;
    }

    /// <summary>What it was begun for stands in another topic now.</summary>
    internal void GoTo(DraftPlace place, long topicId) => (Place, TopicId) = (place.ToString(), topicId);

    public void Discard(DateTime now) => DiscardedAt ??= now;

    public void BringBack() => DiscardedAt = null;
}
