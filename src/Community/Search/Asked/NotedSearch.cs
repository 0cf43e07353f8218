namespace Community.Search.Asked;

/// <summary>A search in memory, on its way to its row.</summary>
public sealed class NotedSearch
{
    internal NotedSearch(AskedText text, DateTime day, string key)
    {
        (Words, Group) = (text.Words, text.Group);
        Day = day;
        Key = key;
    }

    public string Words { get; }

    public string Group { get; }

    public DateTime Day { get; }

    /// <summary>What the page of results says when one is opened: of chance, and known to this process alone.</summary>
    public string Key { get; }

    public int Found { get; internal init; }

    public long? SpaceId { get; internal init; }

    public bool IsNarrowed { get; internal init; }

    public Asker By { get; internal init; }

    public int? Position { get; internal set; }

    /// <summary>0 until it has a row.</summary>
    internal long RowId { get; set; }

    /// <summary>Looked at again and found to be nobody's business.</summary>
    internal bool IsDropped { get; set; }

    internal bool IsWaiting { get; set; }
}
