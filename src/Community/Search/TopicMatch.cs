namespace Community.Search;

/// <summary>A topic's best post so far, in a few bytes: a search meets many thousands of them.</summary>
struct TopicMatch
{
    const int Out = -1;

    /// <summary>Of a list by date, when it was written.</summary>
    public float Score;

    /// <summary>In the whole index.</summary>
    public int Doc;

    public int AuthorId;

    /// <summary>By which search it was met.</summary>
    public ushort Search;

    /// <summary>How many of the topic's posts fit.</summary>
    public ushort Posts;

    /// <summary>Whether it fits what was chosen.</summary>
    public readonly bool IsIn => Doc != Out;

    public void Leave() => Doc = Out;
}

/// <summary>A topic that was found: its best post, and how many of its posts fit.</summary>
readonly record struct FoundTopic(long TopicId, long PostId, float Score, int Posts, bool IsReported);
