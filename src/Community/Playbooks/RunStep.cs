namespace Community.Playbooks;

/// <summary>A step of a run: whose turn it was, who did it, when, and with what words.</summary>
public sealed class RunStep
{
    public const int MaxLineLength = 500;

    RunStep()
    {
    }

    internal RunStep(PlaybookRun run, int number) => (Run, Number) = (run, number);

    public long RunId { get; private set; }

    public PlaybookRun Run { get; private set; } = null!;

    public int Number { get; private set; }

    public StepState State { get; private set; }

    /// <summary>Since when it is its turn; null while others come first.</summary>
    public DateTime? OpenedAt { get; private set; }

    public DateTime? DueAt { get; private set; }

    /// <summary>When those whose step it is were told that it is late.</summary>
    public DateTime? RemindedAt { get; private set; }

    public long? TakenById { get; private set; }

    public DateTime? TakenAt { get; private set; }

    /// <summary>Who finished or skipped it.</summary>
    public long? ById { get; private set; }

    public DateTime? At { get; private set; }

    /// <summary>What was done, or why it was skipped.</summary>
    public string Line { get; private set; } = "";

    internal void Open(DateTime now, DateTime dueAt) => (OpenedAt, DueAt) = (now, dueAt);

    internal void Take(long personId, DateTime now)
    {
        if (TakenById is not null && TakenById != personId) throw Taken();

        (TakenById, TakenAt) = (personId, now);
    }

    internal void GiveBack(long personId, bool isLeader)
    {
        if (TakenById != personId && !isLeader) throw Taken();

        (TakenById, TakenAt) = (null, null);
    }

    internal void End(StepState state, string? line, long personId, bool isLeader, DateTime now)
    {
        if (TakenById is not null && TakenById != personId && !isLeader) throw Taken();

        Line = (line ?? "").Trim();
        if (state == StepState.Skipped && Line.Length == 0) throw new RefusedException(Refusal.Invalid, "Say why it is skipped; those concerned read it.") { Field = nameof(Line) };
        if (Line.Length > MaxLineLength) throw new RefusedException(Refusal.Invalid, "One line of at most {0} characters is enough.", MaxLineLength) { Field = nameof(Line) };

        (State, ById, At) = (state, personId, now);
    }

    internal void Remind(DateTime now) => RemindedAt = now;

    static RefusedException Taken() => new(Refusal.Conflict, "Somebody else has taken this step. Ask them, or look at what is next.");
}
