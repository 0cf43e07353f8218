namespace Community.Search;

/// <summary>A topic's best post so far.</summary>
struct TopicMatch
{
    public bool IsIn;
    public float Score;
    public long At;
    public long PostId;
    public long AuthorId;

    public void Become(in SegmentPost post, float score) => (Score, At, PostId, AuthorId) = (score, post.At, post.Id, post.AuthorId);
}
