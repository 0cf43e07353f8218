namespace Community.Web.Feeds;

/// <summary>What is new somewhere, the newest first, as programs read it.</summary>
/// <param name="Address">The page that it belongs to, absolute.</param>
/// <param name="Own">Where it stands itself, without a key.</param>
/// <param name="UpdatedAt">When the newest entry changed last; the beginning of time without one.</param>
public sealed record Feed(string Title, string About, string Address, string Own, DateTime UpdatedAt, IReadOnlyList<FeedEntry> Entries);

/// <summary>One post.</summary>
/// <param name="Address">Its permalink, absolute: also its id.</param>
/// <param name="Html">As its reader sees it, with absolute addresses.</param>
public sealed record FeedEntry(string Address, string Title, string Author, string Html, DateTime CreatedAt, DateTime UpdatedAt, IReadOnlyList<string> Tags);
