using Community.Policies;
using Community.Web.Topics;

namespace Community.Web.Policies;

/// <summary>A policy in a list.</summary>
/// <param name="Version">The version in force; null where none is yet.</param>
/// <param name="IsAsked">Whether the reader is asked to acknowledge it.</param>
/// <param name="HasDraft">Said to those who may see drafts only.</param>
public sealed record PolicyRow(long Id, string Title, PolicyKind Kind, Named Owner, int? Version, DateOnly? Since, bool IsAsked, bool HasDraft)
{
    public string Address => PolicyAddress.Of(Id, Title);
}

/// <summary>All policies that the reader may see.</summary>
public sealed record PolicyList(IReadOnlyList<PolicyRow> Rows, bool MayMake);

/// <summary>Where a version is.</summary>
public enum PolicyStage { Draft, Coming, InForce, Past }

/// <summary>A version among the others.</summary>
public sealed record VersionRow(int Number, string Summary, DateOnly EffectiveOn, PolicyStage Stage);

/// <summary>The topic in which a policy came about.</summary>
public sealed record PolicyOrigin(string Title, string Address);

/// <summary>A policy, with one of its versions.</summary>
/// <param name="Known">The newest version that the reader has acknowledged; null for none.</param>
/// <param name="MayAcknowledge">The version shown is in force, and the reader has not acknowledged it.</param>
/// <param name="IsAsked">Whether that is asked for, or a small change only.</param>
public sealed record PolicyPage(PolicyRow Row, PolicyVersion Shown, PolicyStage Stage, Named Editor, IReadOnlyList<VersionRow> Versions, PolicyOrigin? Origin, int? Known, bool MayAcknowledge, bool IsAsked, bool Oversees, bool MayKeep, PolicyCounts? Counts)
{
    /// <summary>The number before the one shown; 0 for none.</summary>
    public int Before => Shown.Number - 1;
}

/// <summary>How many are asked to know a policy, and how many do.</summary>
public sealed record PolicyCounts(int Known, int Asked);

/// <summary>Who knows a policy and who does not yet; for its owner and administrators.</summary>
/// <param name="More">How many beyond those who are listed.</param>
public sealed record PolicyReport(PolicyRow Row, int Version, PolicyCounts Counts, IReadOnlyList<Named> Missing, int More);

/// <summary>Two versions side by side.</summary>
public sealed record PolicyDifference(PolicyRow Row, int Before, int After, IReadOnlyList<DifferenceBlock> Blocks);

/// <summary>What the form of a policy holds.</summary>
public sealed record PolicyForm
{
    public string? Title { get; init; }

    public PolicyKind Kind { get; init; }

    public string? Body { get; init; }

    public string? Summary { get; init; }

    public DateOnly? EffectiveOn { get; init; }

    /// <summary>A small change: who knows the version before is not asked again.</summary>
    public bool IsMinor { get; init; }

    public string? Scope { get; init; }

    public string? Quiz { get; init; }

    public string? Owner { get; init; }

    public string? Topic { get; init; }

    /// <summary>The draft's edition that the writer had before the eyes; 0 where there was none.</summary>
    public int BasedOn { get; init; }
}

/// <summary>The form of a policy.</summary>
/// <param name="Row">Null for a new one.</param>
/// <param name="Other">What somebody else wrote meanwhile.</param>
public sealed record PolicyFormPage(PolicyRow? Row, PolicyForm Form, string? Other = null);
