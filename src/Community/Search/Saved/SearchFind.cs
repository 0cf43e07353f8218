namespace Community.Search.Saved;

/// <summary>That a saved search found a topic: once each, so that nobody hears of it twice however often the log is read.</summary>
public sealed class SearchFind
{
    /// <summary>So many finds of a search are told on a day; the last says that there may be more.</summary>
    public const int MostADay = 5;

    SearchFind()
    {
    }

    internal SearchFind(long searchId, FoundPost found, int toldToday, DateTime now)
    {
        SearchId = searchId;
        TopicId = found.TopicId;
        PostId = found.PostId;
        EventId = found.EventId;
        At = now;
        IsTold = toldToday < MostADay;
        IsLast = toldToday == MostADay - 1;
    }

    public long SearchId { get; private set; }

    public long TopicId { get; private set; }

    public long PostId { get; private set; }

    public long EventId { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>A notice was left of it.</summary>
    public bool IsTold { get; private set; }

    /// <summary>The last of its day that is told.</summary>
    public bool IsLast { get; private set; }
}

/// <summary>A post that a saved search found, before the gate.</summary>
sealed record FoundPost(long EventId, long SearchId, long PersonId, long TopicId, long PostId);
