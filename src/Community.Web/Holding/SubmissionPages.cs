using Community.Governance;
using Community.Topics.Holding;
using Community.Web.Topics;

namespace Community.Web.Holding;

/// <summary>A text that waits, as its author or somebody who decides sees it.</summary>
/// <param name="Html">As it will stand.</param>
/// <param name="Author">Null where it is said without a name.</param>
/// <param name="InTopic">Where it will stand; null for a new topic.</param>
public sealed record SubmissionPage(long Id, SubmissionState State, int Version, string Title, string Body, string Html, string? Author, long? AuthorId, string? Speaker, Voice Voice, string Space, string SpaceSlug, Tier Tier, WaitingIn? InTopic, IReadOnlyList<HeldReason> Reasons,
    string Justification, DateTime SentAt, DateTime? DueAt, DateTime? ReleaseAt, string? Decider, DateTime? DecidedAt, string Note, long? PostId)
{
    public bool IsOwn { get; init; }

    /// <summary>The reader may decide on it.</summary>
    public bool IsToJudge { get; init; }

    public bool HasTitle { get; init; }

    /// <summary>Of a change: what stands there now and what would.</summary>
    public IReadOnlyList<DifferenceBlock> Difference { get; init; } = [];

    /// <summary>What is found in it now.</summary>
    public FoundPart? Found { get; init; }

    /// <summary>Who is looking at it.</summary>
    public (long Id, string Name)? Claimed { get; init; }

    public bool IsMine { get; init; }

    public IReadOnlyList<string> Templates { get; init; } = [];

    public bool IsOpen => State is SubmissionState.Waiting or SubmissionState.Returned;
}

/// <summary>The topic in which something waits.</summary>
public sealed record WaitingIn(string Title, string Address);

/// <summary>What waits, in a list.</summary>
public sealed record SubmissionRow(long Id, SubmissionState State, string Title, string? Author, string? Speaker, Voice Voice, string Space, IReadOnlyList<HeldReason> Reasons, DateTime SentAt, DateTime? DueAt, string? Claimed);

/// <summary>The queue.</summary>
/// <param name="Waiting">How many wait on all pages.</param>
public sealed record QueuePage(IReadOnlyList<SubmissionRow> Rows, int Waiting, bool IsDone, string? Next, SubmissionPage? Shown, bool JudgesFlags);

/// <summary>What somebody's own wait for.</summary>
public sealed record OwnSubmissionsPage(IReadOnlyList<SubmissionRow> Rows);
