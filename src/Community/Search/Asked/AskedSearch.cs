namespace Community.Search.Asked;

/// <summary>
/// That something was searched for on a day, without who it was: no person, no session, no address, no time of day, and no mark that would tell two rows of one
/// searcher. Somebody who searches for the same words again that day adds nothing to it (<see cref="AskedLately"/>).
/// </summary>
public sealed class AskedSearch
{
    AskedSearch()
    {
    }

    internal AskedSearch(NotedSearch noted)
    {
        Day = noted.Day;
        Words = noted.Words;
        Group = noted.Group;
        Found = noted.Found;
        SpaceId = noted.SpaceId;
        IsNarrowed = noted.IsNarrowed;
        By = noted.By;
        Position = noted.Position;
    }

    public long Id { get; private set; }

    /// <summary>Midnight, UTC.</summary>
    public DateTime Day { get; private set; }

    /// <summary>The words as typed, folded, without operators; see <see cref="AskedText"/>.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The same for all ways of typing the same words.</summary>
    public string Group { get; private set; } = "";

    /// <summary>How many topics were found.</summary>
    public int Found { get; private set; }

    /// <summary>The space that it was narrowed to, one that all staff read.</summary>
    public long? SpaceId { get; private set; }

    /// <summary>Narrowed to a kind, a space or a subject: what is not found then may be there.</summary>
    public bool IsNarrowed { get; private set; }

    public Asker By { get; private set; }

    /// <summary>Which result was opened first, from 1, and 0 for a person; null while none was, or the browser ran no scripts.</summary>
    public int? Position { get; private set; }

    internal void Open(int? position) => Position ??= position;
}
