using Community.Playbooks;
using Community.Web.Topics;

namespace Community.Web.Playbooks;

/// <summary>Which runs a list shows.</summary>
public enum RunTab
{
    Mine,
    Open,
    Late,
    Ended,
}

/// <summary>What a run is about, as its reader may see it.</summary>
/// <param name="SpaceId">Where a look of an administrator's is on record.</param>
/// <param name="Title">Of the topic; null where it is taken back.</param>
/// <param name="Author">Null without a name.</param>
/// <param name="Excerpt">Null where the text is out of sight, or has no words.</param>
public sealed record RunPost(long Id, long SpaceId, string? Title, string SpaceName, string? Author, string? Excerpt, bool IsReadable)
{
    public string Address => TopicAddress.Permalink(Id);
}

/// <summary>A run in a list.</summary>
/// <param name="Next">The step whose turn it is; null when none is left.</param>
/// <param name="DueAt">Of that step, or of all.</param>
public sealed record RunRow(long Id, string Title, string Why, RunPost Post, RunState State, StepView? Next, int Steps, int Done, Named? TakenBy, DateTime DueAt, bool IsLate, DateTime? EndedAt)
{
    public string Address => RunAddress.Of(Id);
}

/// <summary>Runs that the reader may see.</summary>
/// <param name="NextPage">Its address; null on the last.</param>
public sealed record RunsPage(RunTab Tab, IReadOnlyDictionary<RunTab, int> Counts, IReadOnlyList<RunRow> Rows, string? NextPage);

/// <summary>A step of a run.</summary>
/// <param name="IsNext">It is its turn.</param>
/// <param name="MayAct">The reader may take, finish and skip it.</param>
/// <param name="IsMine">The reader has taken it.</param>
/// <param name="IsYours">The reader is among those whose it is; others who may do it stand in.</param>
public sealed record RunStepView(StepView Step, StepState State, bool IsNext, Named? TakenBy, Named? By, DateTime? At, string Line, DateTime? DueAt, bool IsLate, bool MayAct, bool IsMine, bool IsYours);

/// <summary>The answer of a run.</summary>
/// <param name="Text">What to begin with, or what somebody sent for approval.</param>
/// <param name="Html">The same as it is read.</param>
/// <param name="Approver">Null where nobody need approve it.</param>
/// <param name="MayApprove">The reader decides on this text.</param>
/// <param name="MayOpen">It may go into the composer.</param>
public sealed record RunReply(string Text, string Html, int Version, DoerName? Approver, Named? By, bool Waits, bool IsApproved, Named? DecidedBy, DateTime? DecidedAt, string Note, bool MayApprove, bool MayOpen);

/// <summary>One run.</summary>
/// <param name="Reply">Null where there is none.</param>
public sealed record RunPage(long Id, long PlaybookId, string Title, int Version, RunPost Post, long SpaceId, Named Starter, DateTime StartedAt, string Why, RunState State, DateTime DueAt, bool IsLate, Named? EndedBy, DateTime? EndedAt, string Outcome,
    IReadOnlyList<RunStepView> Steps, RunReply? Reply, bool MayEnd, long LastEventId)
{
    public RunStepView? Next => Steps.FirstOrDefault(step => step.IsNext);

    public string Address => RunAddress.Of(Id);
}

/// <summary>What was typed on a run's page and refused.</summary>
public sealed record RunForm
{
    public string? Line { get; init; }

    public string? Text { get; init; }

    public string? Outcome { get; init; }

    public string? Note { get; init; }

    /// <summary>The text that was read.</summary>
    public int Version { get; init; }
}

/// <summary>The page for starting a playbook because of a post.</summary>
/// <param name="Running">Those that the reader may see on this post.</param>
public sealed record StartRunPage(RunPost Post, IReadOnlyList<PlaybookRow> Choices, IReadOnlyList<RunRow> Running, StartRunForm Form, bool MayKeep);

/// <summary>A start as it is typed.</summary>
public sealed record StartRunForm
{
    public long? PlaybookId { get; init; }

    public string? Why { get; init; }

    /// <summary>Random, made with the form.</summary>
    public string? Key { get; init; }
}

/// <summary>Where runs stand.</summary>
public static class RunAddress
{
    public static string Of(long id) => FormattableString.Invariant($"/playbooks/runs/{id}");
}
