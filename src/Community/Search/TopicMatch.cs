namespace Community.Search;

/// <summary>A topic's best post so far.</summary>
struct TopicMatch
{
    public bool IsIn;
    public float Score;
    public long At;
    public long PostId;
    public long AuthorId;
}
