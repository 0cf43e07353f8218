namespace Community.Search.Gaps;

/// <summary>How a claim ended.</summary>
public enum GapEnding
{
    GivenBack,

    /// <summary>It was written, and says where.</summary>
    Written,

    /// <summary>The words found something by themselves that was opened.</summary>
    Found,
}

/// <summary>That somebody took a gap up: who, when, and what came of it.</summary>
public sealed class GapClaim(long personId, DateTime at)
{
    public long Id { get; private set; }

    public long GapId { get; private set; }

    public long PersonId { get; private set; } = personId;

    public DateTime At { get; private set; } = at;

    public DateTime? EndedAt { get; private set; }

    public GapEnding? Ending { get; private set; }

    /// <summary>Where it is written; not everybody who sees the gap may see it.</summary>
    public long? TopicId { get; private set; }

    internal void End(GapEnding ending, long? topicId, DateTime now) => (Ending, TopicId, EndedAt) = (ending, topicId, now);
}
