namespace Community.Playbooks;

/// <summary>What a playbook says.</summary>
/// <param name="OtherScenario">What it is for, where <see cref="Scenario.Other"/>; else ignored.</param>
/// <param name="When">When to use it, in plain words.</param>
/// <param name="Reply">What an answer may begin with, as Markdown; may be empty. See <see cref="ReplyTemplate"/>.</param>
/// <param name="Approver">Who approves the answer before it goes out; null where nobody need.</param>
/// <param name="Hours">Of working time, for all of it.</param>
public sealed record PlaybookTerms(Scenario Scenario, string? OtherScenario, string? Title, string? When, long OwnerId, IReadOnlyList<StepTerms> Steps, string? Reply, Doer? Approver, int Hours)
{
    public const int MaxScenarioLength = 60;
    public const int MaxTitleLength = 120;
    public const int MaxWhenLength = 1_000;
    public const int MaxReplyLength = 5_000;
    public const int MaxStepLength = 500;
    public const int MostSteps = 20;
    public const int MostHours = 400;

    /// <summary>As it may be stored.</summary>
    /// <exception cref="RefusedException">A part is missing or cannot be taken.</exception>
    public PlaybookTerms Checked()
    {
        var (title, when, reply, other) = (OneLine.Of(Title), (When ?? "").Trim(), (Reply ?? "").Trim(), Scenario == Scenario.Other ? OneLine.Of(OtherScenario) : "");
        if (!Enum.IsDefined(Scenario)) throw new RefusedException(Refusal.Invalid, "Say what it is for.") { Field = nameof(Scenario) };
        if (Scenario == Scenario.Other && other.Length is 0 or > MaxScenarioLength) throw new RefusedException(Refusal.Invalid, "Say in 1 to {0} characters what it is for.", MaxScenarioLength) { Field = nameof(OtherScenario) };
        if (title.Length is 0 or > MaxTitleLength) throw new RefusedException(Refusal.Invalid, "A playbook's title has 1 to {0} characters.", MaxTitleLength) { Field = nameof(Title) };
        if (when.Length is 0 or > MaxWhenLength) throw new RefusedException(Refusal.Invalid, "Say in 1 to {0} characters when to use it.", MaxWhenLength) { Field = nameof(When) };
        if (reply.Length > MaxReplyLength) throw new RefusedException(Refusal.Invalid, "A reply to begin with has at most {0} characters.", MaxReplyLength) { Field = nameof(Reply) };
        if (Hours is < 1 or > MostHours) throw new RefusedException(Refusal.Invalid, "Say how many hours of work: {0} to {1}.", 1, MostHours) { Field = nameof(Hours) };
        if (Steps.Count is 0 or > MostSteps) throw new RefusedException(Refusal.Invalid, "A playbook has 1 to {0} steps.", MostSteps) { Field = nameof(Steps) };

        return this with { Title = title, When = when, Reply = reply, OtherScenario = other, Steps = [.. Steps.Select(step => step.Checked())], Approver = Approver is null ? null : StepTerms.Checked(Approver, nameof(Approver)) };
    }
}

/// <summary>One step of a playbook.</summary>
/// <param name="Hours">Of working time, from when it is its turn.</param>
public sealed record StepTerms(string? Text, Doer Doer, int Hours)
{
    internal StepTerms Checked()
    {
        var text = OneLine.Of(Text);
        if (text.Length is 0 or > PlaybookTerms.MaxStepLength) throw new RefusedException(Refusal.Invalid, "A step has 1 to {0} characters.", PlaybookTerms.MaxStepLength) { Field = nameof(PlaybookTerms.Steps) };
        if (Hours is < 1 or > PlaybookTerms.MostHours) throw new RefusedException(Refusal.Invalid, "Say how many hours of work: {0} to {1}.", 1, PlaybookTerms.MostHours) { Field = nameof(PlaybookTerms.Steps) };

        return this with { Text = text, Doer = Checked(Doer, nameof(PlaybookTerms.Steps)) };
    }

    internal static Doer Checked(Doer doer, string field) => doer switch
    {
        { Party: Party.Starter or Party.Owner } => new Doer(doer.Party),
        { Party: Party.Unit, UnitId: { } unit } => Doer.Unit(unit),
        { Party: Party.Person, PersonId: { } person } => Doer.Person(person),
        _ => throw new RefusedException(Refusal.Invalid, "Say who does it: a unit, or somebody by name.") { Field = field },
    };
}
