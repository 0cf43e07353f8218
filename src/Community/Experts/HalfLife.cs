using Community.Events;

namespace Community.Experts;

/// <summary>How long evidence of a space takes to count half, as its steward says. A space without a row has <see cref="DefaultMonths"/>.</summary>
public sealed class HalfLife : Entity
{
    public const int DefaultMonths = Weighing.DefaultHalfLifeMonths;
    public const int MaxMonths = 600;

    HalfLife()
    {
    }

    /// <param name="months">Null: what is known there does not age.</param>
    /// <exception cref="RefusedException">Less than a month, or more than fifty years.</exception>
    public HalfLife(long spaceId, int? months, long byId, DateTime now)
    {
        SpaceId = spaceId;
        Set(months, byId, now);
    }

    public long SpaceId { get; private set; }

    /// <summary>Null: it does not age.</summary>
    public int? Months { get; private set; }

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    public void Set(int? months, long byId, DateTime now)
    {
        if (months is < 1 or > MaxMonths) throw new RefusedException(Refusal.Invalid, "Evidence counts half after 1 to {0} months.", MaxMonths) { Field = nameof(Months) };

        (Months, ById, At) = (months, byId, now);
        TellOf(EventKind.Rechartered, now, byId, SpaceId, () => SpaceId, () => months is null ? "evidence does not age" : FormattableString.Invariant($"half-life {months} months"));
    }
}
