using Community.Notes.Care;
using Community.Questions.Promise;
using Community.Topics;

namespace Community.Questions;

/// <summary>What a topic's rows and head show to everybody who may see it.</summary>
/// <param name="AcceptedId">The accepted answer, in whatever state it is.</param>
/// <param name="IsAccepted">Whether that answer is in sight.</param>
/// <param name="Tags">By name.</param>
/// <param name="LatestAuthors">Who wrote last other than in comments, the latest first, at most three.</param>
/// <param name="FirstAuthors">Who wrote in it, in the order in which they came, at most five.</param>
/// <param name="AuthorCount">How many wrote in it.</param>
/// <param name="Note">How a note is kept; null for other kinds.</param>
public sealed record TopicFacts(long Id, TopicKind Kind, string Title, long SpaceId, long AuthorId, int ReplyCount, DateTime CreatedAt, DateTime LastPostAt, bool IsClosed,
    long? AcceptedId, bool IsAccepted, bool IsPinned, IReadOnlyList<string> Tags, IReadOnlyList<long> LatestAuthors, IReadOnlyList<long> FirstAuthors, int AuthorCount, NoteStanding? Note)
{
    /// <summary>How many people were about to ask, and found the answer here.</summary>
    public int FoundBy { get; init; }

    /// <summary>The notes that are said to answer a question; none of them has passed a gate.</summary>
    public IReadOnlyList<long> NoteIds { get; init; } = [];

    /// <summary>By when a question needs its answer, and why.</summary>
    public NeededBy? Needed { get; init; }

    public const int MostLatest = 3;
    public const int MostFirst = 5;

    /// <summary>Whether it is closed because the same was asked before. Where, is not for everybody who sees this.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>Whether posts came into it from another topic, or went there. Which, is not for everybody who sees this.</summary>
    public bool IsRearranged { get; init; }
}
