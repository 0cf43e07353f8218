using Community.Topics;

namespace Community.Web.SavedSearches;

/// <summary>A person's saved searches, the newest first; at most fifty.</summary>
/// <param name="Deleted">The one just deleted, which can be brought back.</param>
public sealed record SavedSearchesPage(IReadOnlyList<SavedSearchRow> Rows, long? Deleted);

/// <summary>One saved search.</summary>
/// <param name="Name">As its owner calls it; empty where it is called by what it looks for.</param>
/// <param name="Words">What it looks for: the text and the choices; null in <paramref name="Space"/> while nothing was chosen.</param>
/// <param name="IsSpaceGone">It looks in a space that is not for its owner any more.</param>
/// <param name="Address">Where it is run.</param>
/// <param name="Told">How many topics it has told of.</param>
public sealed record SavedSearchRow(long Id, string Name, string Words, TopicKind? Kind, string? Space, string? Tag, bool IsSpaceGone, string Address, bool IsAlerting, DateTime CreatedAt, int Told, DateTime? LastToldAt)
{
    public string Title => Name.Length > 0 ? Name : Words.Length > 0 ? Words : string.Join(", ", new[] { Space, Tag }.OfType<string>());
}
