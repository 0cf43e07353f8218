namespace Community.Playbooks;

/// <summary>What a playbook is for.</summary>
public enum Scenario
{
    Compliment,
    Complaint,

    /// <summary>Something that somebody of the staff wrote and that may hurt people or the institution.</summary>
    SensitivePost,
    Misinformation,
    PressQuestion,

    /// <summary>What the playbook says in its own words.</summary>
    Other,
}

/// <summary>Who is meant by a playbook.</summary>
public enum Party
{
    /// <summary>Whoever started the run.</summary>
    Starter,

    /// <summary>Whose playbook it is.</summary>
    Owner,

    /// <summary>Anybody of a unit.</summary>
    Unit,

    /// <summary>Somebody by name.</summary>
    Person,
}

/// <summary>Who does a step, or approves an answer.</summary>
/// <param name="UnitId">Of a unit only.</param>
/// <param name="PersonId">Of a person only.</param>
public sealed record Doer(Party Party, long? UnitId = null, long? PersonId = null)
{
    public static Doer Starter { get; } = new(Party.Starter);

    public static Doer Owner { get; } = new(Party.Owner);

    public static Doer Unit(long unitId) => new(Party.Unit, UnitId: unitId);

    public static Doer Person(long personId) => new(Party.Person, PersonId: personId);
}

/// <summary>How it stands with a run.</summary>
public enum RunState
{
    Open,

    /// <summary>All of it was done or skipped.</summary>
    Finished,

    /// <summary>Somebody ended it before that.</summary>
    Stopped,
}

/// <summary>How it stands with a step of a run.</summary>
public enum StepState
{
    Open,
    Done,
    Skipped,
}
