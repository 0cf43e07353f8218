using Community.Governance;
using Community.Topics.Checks;
using Community.Topics.Holding;

namespace Community.Web.Holding;

/// <summary>All rules, with how they fared in the last year.</summary>
public sealed record GuardsPage(IReadOnlyList<GuardRow> Rules, IReadOnlyList<GuardRow> Ended, IReadOnlyList<ApprovalRow> Approvals, ApprovalForm Form, IReadOnlyList<(long Id, string Name)> Spaces, IReadOnlyList<(long Id, string Text)> Reasons);

/// <summary>A rule of what is looked for.</summary>
public sealed record GuardRow(long Id, GuardKind Kind, string Name, string Query, GuardAct Act, string Why, string? Owner, string? Space, DateTime? EndsAt, bool Holds)
{
    /// <summary>How often it found something.</summary>
    public int Hits { get; init; }

    /// <summary>How often it stood all the same, with a reason.</summary>
    public int Overridden { get; init; }

    public int FalseAlarms { get; init; }

    public int Held { get; init; }
}

/// <summary>A rule of approval.</summary>
public sealed record ApprovalRow(ApprovalRule Rule, string? Space, bool Holds);

/// <summary>One rule to change, or a new one.</summary>
public sealed record GuardPage(long? Id, GuardForm Form, IReadOnlyList<(long Id, string Name)> Spaces);

/// <summary>A rule as it is typed.</summary>
public sealed record GuardForm
{
    public long? Id { get; init; }

    public GuardKind Kind { get; init; }

    public string? Name { get; init; }

    public string? Query { get; init; }

    public CheckDigit CheckDigit { get; init; }

    public GuardAct Act { get; init; }

    public string? Why { get; init; }

    public string? Protected { get; init; }

    public string? Owner { get; init; }

    public long? SpaceId { get; init; }

    public string? Until { get; init; }
}

/// <summary>A rule of approval as it is typed.</summary>
public sealed record ApprovalForm
{
    public long? Id { get; init; }

    public string? Name { get; init; }

    public string? Why { get; init; }

    public Voice? Voice { get; init; }

    public long? SpaceId { get; init; }

    public Tier? Tier { get; init; }

    public int? FirstPosts { get; init; }

    public bool HasAttachment { get; init; }

    public bool OpeningsOnly { get; init; }

    public bool AlsoEdits { get; init; }

    public int Hours { get; init; }

    public string? Until { get; init; }
}
