using Community.Events;

namespace Community.Policies;

/// <summary>A rule of the institution in writing. What it says stands in its versions; somebody answers for it.</summary>
public sealed class Policy : Entity
{
    Policy()
    {
    }

    internal Policy(PolicyText text, long ownerId, long? originId, long actorId, DateTime now)
    {
        (OwnerId, TopicId, CreatedAt) = (ownerId, originId, now);
        Draft(text, actorId, 0, now);
    }

    /// <summary>As the newest version calls it that was released, or the draft where none was.</summary>
    public string Title { get; private set; } = "";

    public PolicyKind Kind { get; private set; }

    /// <summary>Who answers for it.</summary>
    public long OwnerId { get; private set; }

    /// <summary>Where it came about; null where that is not told.</summary>
    public long? TopicId { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public List<PolicyVersion> Versions { get; } = [];

    /// <summary>Null where nothing waits to be released.</summary>
    public PolicyVersion? Waiting => Versions.SingleOrDefault(version => version.ReleasedAt is null);

    /// <summary>The version that holds on a day; null before the first.</summary>
    public PolicyVersion? InForce(DateOnly day) => Versions.Where(version => version.ReleasedAt is not null && version.EffectiveOn <= day).MaxBy(version => version.Number);

    /// <summary>The oldest version that is still enough to have acknowledged: the newest in force that asks. The first always asks.</summary>
    public PolicyVersion? Asking(DateOnly day) => Versions.Where(version => version.ReleasedAt is not null && version.EffectiveOn <= day && (version.AsksAgain || version.Number == 1)).MaxBy(version => version.Number);

    internal void Keep(long ownerId, long? originId) => (OwnerId, TopicId) = (ownerId, originId);

    /// <summary>Writes the draft: the one that waits, or a new one.</summary>
    /// <param name="basedOn">The draft's edition that the writer had before the eyes; 0 where there was none.</param>
    internal void Draft(PolicyText text, long actorId, int basedOn, DateTime now)
    {
        if (Waiting is { } waiting)
        {
            if (waiting.Says(text) && Kind == text.Kind) return;
            if (waiting.Edition != basedOn) throw new RefusedException(Refusal.Conflict, "Somebody else changed this draft meanwhile. Your text is kept: compare it with theirs and send it again.");

            waiting.Take(text, actorId, now);
        }
        else
        {
            // The same text sent twice finds itself there, also where it was released in between.
            if (Versions.MaxBy(version => version.Number) is { } newest && newest.Says(text) && Kind == text.Kind) return;
            if (basedOn != 0) throw new RefusedException(Refusal.Conflict, "This draft was released meanwhile. Your text is kept: send it again, and it becomes the next version.");

            Versions.Add(new PolicyVersion(this, Versions.Count + 1, text, actorId, now));
        }

        Kind = text.Kind;
        if (Versions.Count == 1) Title = text.Title;
    }

    /// <param name="edition">What the one who releases has read.</param>
    internal void Release(int number, int edition, long actorId, DateOnly today, DateTime now)
    {
        var version = Versions.SingleOrDefault(v => v.Number == number) ?? throw new RefusedException(Refusal.NotFound, "There is no such version.");
        if (version.ReleasedAt is not null) throw new RefusedException(Refusal.Conflict, "This version was released already.");
        if (version.Edition != edition) throw new RefusedException(Refusal.Conflict, "Somebody changed this draft meanwhile. Read it again before you release it.");
        if (version.EffectiveOn < today) throw new RefusedException(Refusal.Invalid, "A version does not hold before the day on which it is released. Give it another day.") { Field = nameof(PolicyText.EffectiveOn) };
        if (Versions.Any(v => v.Number < number && v.EffectiveOn > version.EffectiveOn))
            throw new RefusedException(Refusal.Invalid, "A version does not hold before the one that it follows. Give it a later day.") { Field = nameof(PolicyText.EffectiveOn) };

        version.Release(actorId, now);
        Tell(EventKind.PolicyChanged, now, actorId, words: () => FormattableString.Invariant($"version {number} of {version.Title}, from {version.EffectiveOn:yyyy-MM-dd}"));
        Title = version.Title;
    }
}
