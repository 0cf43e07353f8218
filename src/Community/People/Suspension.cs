using Community.Events;
using Community.Governance;

namespace Community.People;

/// <summary>That somebody may only read for a time: until when, under which rule and why. It ends by itself.</summary>
public sealed class Suspension : Entity
{
    public const int MaxReasonLength = 500;

    /// <summary>Longer than this is no pause but a closed account.</summary>
    public const int MostDays = 180;

    Suspension()
    {
    }

    /// <exception cref="RefusedException">No reason, or no such length.</exception>
    public Suspension(long personId, Rule rule, string? reason, int days, long actorId, DateTime now)
    {
        if (days is < 1 or > MostDays) throw new RefusedException(Refusal.Invalid, "A suspension lasts 1 to {0} days.", MostDays) { Field = "Days" };

        (PersonId, RuleId, RuleCited, ReasonClass) = (personId, rule.Id, rule.Cited, rule.Reason);
        Reason = Why(reason);
        (ById, At, UntilAt) = (actorId, now, now.AddDays(days));
        Tell(EventKind.Suspended, now, actorId, words: () => FormattableString.Invariant($"person {PersonId} until {UntilAt:u}, rule {RuleCited}: {Reason}"));
    }

    public long PersonId { get; private set; }

    public long RuleId { get; private set; }

    /// <summary>What the rule was called then.</summary>
    public string RuleCited { get; private set; } = "";

    public ReasonClass ReasonClass { get; private set; }

    public string Reason { get; private set; } = "";

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    public DateTime UntilAt { get; private set; }

    /// <summary>When it ended: by itself, or lifted. Null while it is in force.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Null when it ended by itself.</summary>
    public long? EndedById { get; private set; }

    public string EndReason { get; private set; } = "";

    /// <exception cref="RefusedException">It is over already, or no reason.</exception>
    public void Lift(string? reason, long actorId, DateTime now)
    {
        if (EndedAt is not null) throw new RefusedException(Refusal.Conflict, "This suspension is over already.");

        (EndReason, EndedById) = (Why(reason), actorId);
        End(actorId, now);
    }

    /// <summary>Its time is over.</summary>
    public void RunOut(DateTime now) => End(null, now);

    void End(long? actorId, DateTime now)
    {
        EndedAt = now;
        Tell(EventKind.SuspensionEnded, now, actorId, words: () => FormattableString.Invariant($"person {PersonId}{(EndReason.Length > 0 ? ": " + EndReason : "")}"));
    }

    static string Why(string? reason) => (reason ?? "").Trim() switch
    {
        "" => throw new RefusedException(Refusal.Invalid, "Say why in a few words; others will read it.") { Field = nameof(Reason) },
        { Length: > MaxReasonLength } => throw new RefusedException(Refusal.Invalid, "A reason has at most {0} characters.", MaxReasonLength) { Field = nameof(Reason) },
        var clean => clean,
    };
}
