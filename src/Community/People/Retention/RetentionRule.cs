using Community.Events;

namespace Community.People.Retention;

/// <summary>What is forgotten after a time that administrators choose.</summary>
public enum RetentionKind
{
    /// <summary>Texts that were not sent, since somebody last touched them.</summary>
    Drafts,

    /// <summary>Notices that were seen.</summary>
    Notices,

    /// <summary>Sign-ins that have ended.</summary>
    Sessions,

    /// <summary>Mails that were sent or given up, and what is known of those that came in.</summary>
    Mails,

    /// <summary>What was searched for, without a name.</summary>
    Searches,
}

/// <summary>How many days something is kept, from the day on which somebody said so. The newest of a kind counts; the others say how it was before.</summary>
public sealed class RetentionRule : Entity
{
    public const int MostDays = 3_650;

    RetentionRule()
    {
    }

    /// <param name="days">Null: for ever.</param>
    /// <exception cref="RefusedException">Too few or too many days.</exception>
    public RetentionRule(RetentionKind kind, int? days, long byId, DateTime now)
    {
        if (days is { } some && (some < Fewest(kind) || some > MostDays)) throw new RefusedException(Refusal.Invalid, "Say how many days: {0} to {1}, or leave it empty to keep it.", Fewest(kind), MostDays) { Field = kind.ToString() };

        (Kind, Days, ById, At) = (kind, days, byId, now);
        Tell(EventKind.RetentionChanged, now, byId, words: () => days is null ? $"{kind} kept" : FormattableString.Invariant($"{kind} {days} days"));
    }

    public RetentionKind Kind { get; private set; }

    /// <summary>Null: it is kept.</summary>
    public int? Days { get; private set; }

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>What holds until somebody says otherwise; null: it is kept.</summary>
    public static int? Default(RetentionKind kind) => kind switch
    {
        RetentionKind.Drafts => 180,
        RetentionKind.Mails => 90,
        RetentionKind.Searches => 396,
        _ => null,
    };

    /// <summary>Below that something would go that is still needed: a draft of last week, a letter that can be answered, a sign-in that was just ended.</summary>
    public static int Fewest(RetentionKind kind) => kind switch
    {
        RetentionKind.Mails => 61,
        RetentionKind.Searches => 90,
        RetentionKind.Sessions => 1,
        _ => 7,
    };
}
