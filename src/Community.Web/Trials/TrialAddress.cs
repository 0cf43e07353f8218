using Community.Web.Frame;

namespace Community.Web.Trials;

/// <summary>Where trials stand.</summary>
public static class TrialAddress
{
    public static string Of(long id, string title) => FormattableString.Invariant($"/trials/{id}/{Slug.Of(title)}");

    /// <param name="space">A space's slug; null for all.</param>
    /// <param name="query">Beside it; may be empty.</param>
    public static string OfBoard(string? space, string query = "")
    {
        var parts = new[] { space is null ? "" : "space=" + Uri.EscapeDataString(space), query }.Where(part => part.Length > 0).ToList();
        return parts.Count == 0 ? "/trials" : "/trials?" + string.Join('&', parts);
    }
}
