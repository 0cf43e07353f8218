using System.Globalization;

namespace Community.Text;

/// <summary>Where a root-relative address leads: to a topic, or to a post.</summary>
readonly record struct SitePath(long Id, bool IsPost)
{
    const string PostAnchor = "#post-";

    public static SitePath? Parse(ReadOnlySpan<char> path)
    {
        foreach (var start in (ReadOnlySpan<string>)["/threads/", "/questions/", "/notes/", "/posts/"])
        {
            if (path.StartsWith(start, StringComparison.Ordinal)) return Number(path[start.Length..]) is { } id ? new SitePath(id, start == "/posts/") : null;
        }
        return null;
    }

    /// <summary>The post that the fragment of an address names.</summary>
    public static long? Anchor(ReadOnlySpan<char> path)
    {
        var at = path.IndexOf(PostAnchor, StringComparison.Ordinal);
        return at < 0 ? null : Number(path[(at + PostAnchor.Length)..]);
    }

    static long? Number(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length])) length++;
        if (length is 0 or > 18 || (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] is '_' or '-'))) return null;
        return long.Parse(text[..length], CultureInfo.InvariantCulture);
    }
}
