namespace Community.Search;

/// <summary>A topic's best post so far.</summary>
struct TopicMatch
{
    public bool IsIn;
    public float Score;
    public long At;
    public long PostId;
    public long AuthorId;

    /// <summary>Its document, in the whole index.</summary>
    public int Doc;

    /// <summary>How many of the topic's posts fit.</summary>
    public int Posts;

    public void Become(in SegmentPost post, float score, int doc) => (Score, At, PostId, AuthorId, Doc) = (score, post.At, post.Id, post.AuthorId, doc);
}
