using Community.Events;
using Community.People;

namespace Community.Topics.Moderating;

/// <summary>That the one concerned asks somebody who did not decide to look again: once an act. Either a removal or a suspension.</summary>
public sealed class Appeal : Entity
{
    public const int MaxWordsLength = 2_000;

    Appeal()
    {
    }

    public Appeal(Removal removal, long personId, string? words, DateTime now)
        : this(personId, words, now) => RemovalId = removal.Id;

    public Appeal(Suspension suspension, string? words, DateTime now)
        : this(suspension.PersonId, words, now) => SuspensionId = suspension.Id;

    Appeal(long personId, string? words, DateTime now)
    {
        (PersonId, Words, At) = (personId, (words ?? "").Trim(), now);
        if (Words.Length is 0 or > MaxWordsLength) throw new RefusedException(Refusal.Invalid, "Say why it should be looked at again; at most {0} characters.", MaxWordsLength) { Field = nameof(Words) };

        Tell(EventKind.Appealed, now, null, words: () => Of());
    }

    public long? RemovalId { get; private set; }

    public Removal? Removal { get; private set; }

    public long? SuspensionId { get; private set; }

    public Suspension? Suspension { get; private set; }

    /// <summary>The one concerned.</summary>
    public long PersonId { get; private set; }

    public string Words { get; private set; } = "";

    public DateTime At { get; private set; }

    public long? JudgedById { get; private set; }

    public DateTime? JudgedAt { get; private set; }

    /// <summary>What was done is undone; null while nobody has judged.</summary>
    public bool? IsOverturned { get; private set; }

    public string Reason { get; private set; } = "";

    /// <exception cref="RefusedException">Somebody judged it already, or no reason.</exception>
    public void Judge(bool isOverturned, string? reason, long actorId, DateTime now)
    {
        if (JudgedAt is not null) throw new RefusedException(Refusal.Conflict, "Somebody else judged this appeal already.");

        (IsOverturned, Reason, JudgedById, JudgedAt) = (isOverturned, Reasons.Clean(reason), actorId, now);
        Tell(EventKind.AppealJudged, now, actorId, words: () => FormattableString.Invariant($"{Of()}: {(isOverturned ? "overturned" : "upheld")}, {Reason}"));
    }

    string Of() => RemovalId is { } removal ? FormattableString.Invariant($"removal {removal}") : FormattableString.Invariant($"suspension {SuspensionId}");
}
