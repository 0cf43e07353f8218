namespace Community.Search;

/// <summary>What could be left out of a search that found nothing: one choice, one operator, the marks of one phrase, and last all of them.</summary>
static class Loosening
{
    const int Most = 5;

    public static IEnumerable<(SearchRequest Request, string Without)> Of(SearchRequest request, QueryText typed)
    {
        var first = request with { Page = 1 };
        var each = new List<(SearchRequest Request, string Without)>();
        if (request.Kind is { } kind) each.Add((first with { Kind = null }, Word(kind)));
        if (request.State is { } state) each.Add((first with { State = null }, Word(state)));
        if (!string.IsNullOrEmpty(request.Space)) each.Add((first with { Space = null }, request.Space));
        if (!string.IsNullOrEmpty(request.Tag)) each.Add((first with { Tag = null }, request.Tag));
        if (request.Year is { } year) each.Add((first with { Year = null }, year.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        each.AddRange(typed.Pieces.Select(piece => (first with { Text = typed.With(piece, piece.Looser) }, typed.Of(piece))));
        if (each.Count < 2) return each;

        return each.Take(Most).Append((new SearchRequest(typed.Words), ""));
    }

    static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
