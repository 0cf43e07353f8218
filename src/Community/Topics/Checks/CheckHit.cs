namespace Community.Topics.Checks;

/// <summary>What became of something that was found.</summary>
public enum HitOutcome
{
    /// <summary>The author was told, and it stands.</summary>
    Informed,

    /// <summary>It stands, with a reason.</summary>
    Justified,

    /// <summary>It stands, because it is not what is looked for, as its author says.</summary>
    FalseAlarm,

    /// <summary>It waits for somebody who looks.</summary>
    Held,
}

/// <summary>That a rule found something: what became of it, never what it was nor whose.</summary>
public sealed class CheckHit
{
    CheckHit()
    {
    }

    public CheckHit(long ruleId, HitOutcome outcome, DateTime now) => (RuleId, Outcome, At) = (ruleId, outcome, now);

    public long Id { get; private set; }

    public long RuleId { get; private set; }

    public HitOutcome Outcome { get; private set; }

    public DateTime At { get; private set; }
}
