using Community.Playbooks;
using Community.Web.Topics;

namespace Community.Web.Playbooks;

/// <summary>Who does something.</summary>
/// <param name="Name">Of the unit or person; null of the starter and the owner.</param>
public sealed record DoerName(Party Party, string? Name, long? PersonId);

/// <summary>What a playbook is for.</summary>
/// <param name="Other">In its own words.</param>
public sealed record ScenarioName(Scenario Scenario, string Other);

/// <summary>Who answers for a playbook.</summary>
/// <param name="IsHere">False once the account is closed: administrators stand in.</param>
public sealed record OwnerName(long Id, string Name, bool IsHere);

/// <summary>A playbook in the list.</summary>
/// <param name="OpenRuns">Of those that the reader may see.</param>
public sealed record PlaybookRow(long Id, string Title, ScenarioName Scenario, string When, OwnerName Owner, int Steps, int OpenRuns, bool IsRetired);

/// <summary>All playbooks.</summary>
/// <param name="Ready">Those to begin with that nobody has adopted; for those who keep playbooks.</param>
/// <param name="Mine">How many open runs concern the reader.</param>
public sealed record PlaybooksPage(IReadOnlyList<PlaybookRow> Rows, IReadOnlyList<PlaybookRow> Retired, IReadOnlyList<ReadyPlaybook> Ready, int Mine, bool MayKeep);

/// <summary>A step as it is read.</summary>
public sealed record StepView(int Number, string Text, DoerName Doer, int Hours);

/// <summary>A version in the history.</summary>
public sealed record VersionRow(int Number, string Title, Named By, DateTime At);

/// <summary>One version of a playbook.</summary>
/// <param name="Reply">The template as HTML; empty where there is none.</param>
/// <param name="Approver">Who approves the answer; null where nobody need.</param>
public sealed record PlaybookPage(long Id, string Title, int Number, int Newest, ScenarioName Scenario, string When, OwnerName Owner, IReadOnlyList<StepView> Steps, string Reply, DoerName? Approver, int Hours, IReadOnlyList<VersionRow> History, int OpenRuns, bool IsRetired, bool MayKeep);

/// <summary>The page for writing a playbook.</summary>
/// <param name="Id">Null for a new one.</param>
public sealed record PlaybookFormPage(long? Id, PlaybookForm Form, IReadOnlyList<Named> Units);

/// <summary>A playbook as it is typed.</summary>
public sealed record PlaybookForm
{
    public Scenario Scenario { get; init; }

    public string? OtherScenario { get; init; }

    public string? Title { get; init; }

    public string? When { get; init; }

    /// <summary>A name.</summary>
    public string? Owner { get; init; }

    /// <summary>Null of a form that brought none: an empty list here would be kept, and what is typed not put into it.</summary>
    public IReadOnlyList<StepForm>? Steps { get; init; }

    public string? Reply { get; init; }

    /// <summary>Empty for nobody; else as <see cref="StepForm.Who"/>.</summary>
    public string? Approver { get; init; }

    public string? ApproverName { get; init; }

    public int Hours { get; init; }

    /// <summary>The version that was before the eyes; 0 of a new one.</summary>
    public int BasedOn { get; init; }

    /// <summary>Random, made with the form.</summary>
    public string? Key { get; init; }
}

/// <summary>A step as it is typed. One without text is left out.</summary>
public sealed record StepForm
{
    /// <summary>Where it stands; the smallest first.</summary>
    public int? Place { get; init; }

    public string? Text { get; init; }

    /// <summary><c>starter</c>, <c>owner</c>, <c>person</c>, or a unit's number.</summary>
    public string? Who { get; init; }

    /// <summary>Of a person.</summary>
    public string? Name { get; init; }

    public int? Hours { get; init; }
}
