namespace Community.Experts;

/// <summary>What one person did with one post.</summary>
sealed record Contribution(long PersonId, long TopicId, long SpaceId, long PostId, string Title, EvidenceKind Kind, int Score, DateTime At)
{
    /// <summary>As the search says, with a part of its opening's.</summary>
    public double Relevance { get; init; }

    /// <summary>What others' reports of a note or an answer are worth today; below 0 where failures weigh more.</summary>
    public double Proof { get; init; }

    /// <summary>How many of them said that it worked.</summary>
    public int Worked { get; init; }

    /// <summary>After kind, endorsement and age.</summary>
    public double Vote { get; init; }
}
