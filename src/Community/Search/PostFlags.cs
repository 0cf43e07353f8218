namespace Community.Search;

/// <summary>What a post's document says of its topic, and of itself.</summary>
[Flags]
enum PostFlags : byte
{
    None = 0,

    /// <summary>The topic is a question with an accepted answer.</summary>
    Answered = 1,
    Closed = 2,

    /// <summary>The topic is a question with answers.</summary>
    HasAnswers = 4,

    /// <summary>This post is the accepted answer.</summary>
    IsAccepted = 8,

    /// <summary>The topic is a note that somebody contradicts.</summary>
    Disputed = 16,

    /// <summary>The topic is a note that its stewards say no longer holds.</summary>
    Outdated = 32,
}
