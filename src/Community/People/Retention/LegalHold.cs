using Community.Events;

namespace Community.People.Retention;

/// <summary>What must not be lost, because somebody may have to answer for it: all of a person, a topic or a space. While it stands nothing of it is forgotten or erased, by nobody and by no sweep.</summary>
public sealed class LegalHold : Entity
{
    public const int MaxReasonLength = 500;

    LegalHold()
    {
    }

    /// <param name="until">The first moment at which it holds no longer; null until somebody ends it.</param>
    /// <exception cref="RefusedException">Not one thing, the end is past, or there is no reason.</exception>
    public LegalHold(long? personId, long? topicId, long? spaceId, DateTime? until, string? reason, long byId, DateTime now)
    {
        if (new[] { personId, topicId, spaceId }.Count(id => id is not null) != 1) throw new RefusedException(Refusal.Invalid, "Name one person, one topic or one space.") { Field = "What" };
        if (until <= now) throw new RefusedException(Refusal.Invalid, "Choose a day to come, or leave it empty.") { Field = nameof(Until) };

        (PersonId, TopicId, SpaceId, Until, ById, At) = (personId, topicId, spaceId, until, byId, now);
        Reason = (reason ?? "").Trim();
        if (Reason.Length is 0 or > MaxReasonLength) throw new RefusedException(Refusal.Invalid, "Say why, in at most {0} characters.", MaxReasonLength) { Field = nameof(Reason) };
        Tell(EventKind.RetentionChanged, now, byId, words: () => $"hold on {What}{(until is { } day ? FormattableString.Invariant($" until {day:yyyy-MM-dd}") : "")}: {Reason}");
    }

    string What => PersonId is { } person ? FormattableString.Invariant($"person {person}") : TopicId is { } topic ? FormattableString.Invariant($"topic {topic}") : FormattableString.Invariant($"space {SpaceId}");

    public long? PersonId { get; private set; }

    public long? TopicId { get; private set; }

    public long? SpaceId { get; private set; }

    public string Reason { get; private set; } = "";

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? Until { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public long? EndedById { get; private set; }

    public bool HoldsOn(DateTime now) => EndedAt is null && !(Until <= now);

    /// <exception cref="RefusedException">It has ended already.</exception>
    public void End(long byId, DateTime now)
    {
        if (!HoldsOn(now)) throw new RefusedException(Refusal.Conflict, "It has ended already.");

        (EndedAt, EndedById) = (now, byId);
        Tell(EventKind.RetentionChanged, now, byId, words: () => $"hold on {What} ended");
    }
}
