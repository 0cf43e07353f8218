namespace Community.Web.Api;

/// <summary>A page of a list.</summary>
/// <param name="Items">In the list's own order.</param>
/// <param name="Next">A cursor for the next page; null on the last.</param>
/// <param name="Total">How many the caller may see on all pages; null where nobody counts.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next, int? Total);
