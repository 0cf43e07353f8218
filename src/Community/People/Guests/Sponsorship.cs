using Community.Events;

namespace Community.People.Guests;

/// <summary>How a sponsorship ended.</summary>
public enum SponsorshipEnd
{
    /// <summary>Its day came.</summary>
    Expired,

    /// <summary>The sponsor or an administrator ended it before.</summary>
    Ended,

    /// <summary>Another row goes on from here.</summary>
    Renewed,

    /// <summary>Somebody else answers for the guest.</summary>
    TakenOver,

    /// <summary>The sponsor left, and nobody came in their place.</summary>
    Alone,

    /// <summary>An administrator closed the guest's account.</summary>
    Closed,

    /// <summary>The guest became staff.</summary>
    BecameStaff,
}

/// <summary>That a member of staff answers for a guest, from one day until another. It is never changed into another one: who renews it, or takes it over, begins a new row.</summary>
public sealed class Sponsorship : Entity
{
    public const int MaxWhyLength = 300;

    /// <summary>How long a guest goes on when the sponsor is not here any more.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(14);

    /// <summary>How long before its end the sponsor is told.</summary>
    public static readonly TimeSpan Reminder = TimeSpan.FromDays(14);

    Sponsorship()
    {
    }

    /// <param name="until">The first moment at which the guest has no access.</param>
    /// <exception cref="RefusedException">The end is past or too far away, or there is no reason.</exception>
    public Sponsorship(long personId, long sponsorId, DateTime until, string? why, long askedById, DateTime now)
    {
        Demand(until, now);
        (PersonId, SponsorId, From, Until, AskedById) = (personId, sponsorId, now, until, askedById);
        Why = (why ?? "").Trim();
        if (Why.Length is 0 or > MaxWhyLength) throw new RefusedException(Refusal.Invalid, "Say why, in at most {0} characters.", MaxWhyLength) { Field = nameof(Why) };

        TellOf(EventKind.GuestChanged, now, askedById, personId, words: () => FormattableString.Invariant($"until {Until:yyyy-MM-dd}, sponsor {SponsorId}: {Why}"));
    }

    /// <summary>The guest.</summary>
    public long PersonId { get; private set; }

    /// <summary>Who answers for them.</summary>
    public long SponsorId { get; private set; }

    public DateTime From { get; private set; }

    public DateTime Until { get; private set; }

    /// <summary>Who asked for it: the sponsor, or an administrator.</summary>
    public long AskedById { get; private set; }

    public string Why { get; private set; } = "";

    /// <summary>When the sponsor was told that it ends soon.</summary>
    public DateTime? RemindedAt { get; private set; }

    /// <summary>Since when the sponsor is not here any more.</summary>
    public DateTime? AloneAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>Null for the program itself.</summary>
    public long? EndedById { get; private set; }

    public SponsorshipEnd? End { get; private set; }

    /// <summary>What was said to it; empty where nobody had to say anything.</summary>
    public string EndReason { get; private set; } = "";

    /// <summary>Not the sponsor, and not its day: the guest, a steward or an administrator ended it, and only an administrator opens it again.</summary>
    public bool WasClosedByOthers => End == SponsorshipEnd.Closed || End == SponsorshipEnd.Ended && EndedById is { } ender && ender != SponsorId;

    /// <summary>From when on the guest has no access.</summary>
    public DateTime EndsAt => AloneAt is { } alone && alone + Grace < Until ? alone + Grace : Until;

    /// <exception cref="RefusedException">Past, or too far away.</exception>
    public static void Demand(DateTime until, DateTime now)
    {
        if (until <= now || until > now.AddYears(1).AddDays(1)) throw new RefusedException(Refusal.Invalid, "Say until when: a day to come, at most a year away.") { Field = nameof(Until) };
    }

    internal void Remind(DateTime now)
    {
        RemindedAt = now;
        TellOf(EventKind.GuestEnding, now, null, PersonId);
    }

    /// <summary>The sponsor is not here any more.</summary>
    internal void BeAlone(DateTime now)
    {
        if (AloneAt is not null) return;

        AloneAt = now;
        // By nobody: whoever closed the sponsor's account may be the one to ask.
        TellOf(EventKind.GuestAlone, now, null, PersonId);
    }

    /// <exception cref="RefusedException">What was said is too long.</exception>
    internal void Finish(SponsorshipEnd how, string? reason, long? actorId, DateTime now)
    {
        (EndedAt, EndedById, End, EndReason) = (now, actorId, how, (reason ?? "").Trim());
        if (EndReason.Length > MaxWhyLength) throw new RefusedException(Refusal.Invalid, "This has more than {0} characters. Shorten it.", MaxWhyLength) { Field = "Reason" };

        TellOf(EventKind.GuestChanged, now, actorId, PersonId, words: () => $"{how} {EndReason}".TrimEnd());
    }
}
