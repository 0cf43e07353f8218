using Community.Events;

namespace Community.Questions.Promise;

/// <summary>What a space promises to those who ask: a first useful answer within so much working time, and how it goes about that. A space without a row promises nothing.</summary>
public sealed class SpacePromise : Entity
{
    public const int DefaultMinutes = 8 * 60;
    public const int MaxMinutes = 200 * 60;
    public const int MostRounds = 5;

    SpacePromise()
    {
    }

    public SpacePromise(long spaceId, PromiseTerms terms, long byId, DateTime now)
    {
        (SpaceId, Since) = (spaceId, now);
        Set(terms, byId, now);
    }

    public long SpaceId { get; private set; }

    /// <summary>Working time until the first useful answer.</summary>
    public int Minutes { get; private set; }

    /// <summary>Working time after which the next two are asked.</summary>
    public int RoundMinutes { get; private set; }

    /// <summary>How often two are asked, before the stewards are.</summary>
    public int Rounds { get; private set; }

    /// <summary>Working time before the promise breaks at which the stewards hear of it, at the latest.</summary>
    public int StewardMinutes { get; private set; }

    /// <summary>IANA zone; null follows the institution.</summary>
    public string? Zone { get; private set; }

    public WorkingWeek Week { get; private set; } = WorkingWeek.Default;

    /// <summary>Questions from before are nobody's promise.</summary>
    public DateTime Since { get; private set; }

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    public PromiseTerms Terms => new(Minutes, RoundMinutes, Rounds, StewardMinutes, Zone, Week);

    /// <summary>Changes it for questions that are asked from now on.</summary>
    /// <exception cref="RefusedException">A figure that cannot be kept, an unknown zone, or no working day.</exception>
    public void Set(PromiseTerms terms, long byId, DateTime now)
    {
        if (terms.Minutes is < 30 or > MaxMinutes) throw new RefusedException(Refusal.Invalid, "Promise an answer within half an hour to {0} working hours.", MaxMinutes / 60) { Field = nameof(Minutes) };
        if (terms.RoundMinutes is < 15 || terms.RoundMinutes > terms.Minutes) throw new RefusedException(Refusal.Invalid, "The next two are asked after a quarter of an hour at the earliest, and within the promise.") { Field = nameof(RoundMinutes) };
        if (terms.Rounds is < 0 or > MostRounds) throw new RefusedException(Refusal.Invalid, "Colleagues are asked in at most {0} rounds of two.", MostRounds) { Field = nameof(Rounds) };
        if (terms.StewardMinutes < 0 || terms.StewardMinutes > terms.Minutes) throw new RefusedException(Refusal.Invalid, "The stewards hear of it before the promise breaks, and not before the question was asked.") { Field = nameof(StewardMinutes) };
        if (terms.Zone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) throw new RefusedException(Refusal.Invalid, "This time zone is not known. Choose one from the list.") { Field = nameof(Zone) };
        terms.Week.Demand();

        (Minutes, RoundMinutes, Rounds, StewardMinutes, Zone, Week, ById, At) = (terms.Minutes, terms.RoundMinutes, terms.Rounds, terms.StewardMinutes, terms.Zone, terms.Week, byId, now);
        TellOf(EventKind.Rechartered, now, byId, SpaceId, () => SpaceId, () => FormattableString.Invariant($"promise {Minutes} minutes"));
    }
}

/// <summary>What is promised and how; working time in minutes.</summary>
/// <param name="StewardMinutes">Before the promise breaks.</param>
/// <param name="Zone">IANA name; null follows the institution.</param>
public sealed record PromiseTerms(int Minutes, int RoundMinutes, int Rounds, int StewardMinutes, string? Zone, WorkingWeek Week)
{
    /// <summary>Within a working day of eight hours; two more are asked after two, and the stewards two before the end.</summary>
    public static PromiseTerms Default { get; } = new(SpacePromise.DefaultMinutes, 120, 2, 120, null, WorkingWeek.Default);
}
