namespace Community.Notes.Paths;

/// <summary>Words of a path: plain, on one line.</summary>
static class PathText
{
    public static string Line(string? typed) => string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
