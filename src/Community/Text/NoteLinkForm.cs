using System.Globalization;

namespace Community.Text;

/// <summary>
/// How a link to a note is stored: it leads to the page that looks the title up, so that it works wherever it is shown, and what the note is called and whether there is
/// one is filled in when it is read.
/// </summary>
public static class NoteLinkForm
{
    public const string Class = "note-link";

    /// <summary>Where a title is looked up.</summary>
    public const string Lookup = "/notes/named?title=";

    const string NumberSign = "note:";

    public static string AddressOf(string title) => Lookup + Uri.EscapeDataString(title);

    /// <summary>Null for another address.</summary>
    public static string? TitleIn(string address) =>
        address.StartsWith(Lookup, StringComparison.Ordinal) && Uri.UnescapeDataString(address[Lookup.Length..]) is { Length: > 0 } title ? title : null;

    /// <summary>The number in <c>[[note:17]]</c>; null for a title.</summary>
    public static long? NumberIn(string title) =>
        title.StartsWith(NumberSign, StringComparison.Ordinal) && title.Length <= 23 && long.TryParse(title.AsSpan(NumberSign.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>What is typed to link to a note: its title, or its number where the title could mean another or cannot be written so.</summary>
    public static string Written(long id, string title, bool isUnique) =>
        isUnique && !title.AsSpan().ContainsAny("[]|\\`") && NumberIn(title) is null ? $"[[{title}]]" : string.Create(CultureInfo.InvariantCulture, $"[[note:{id}]]");
}
