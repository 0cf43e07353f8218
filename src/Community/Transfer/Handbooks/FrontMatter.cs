namespace Community.Transfer.Handbooks;

/// <summary>
/// What stands between two lines of <c>---</c> at the head of a page. Read are words and lists of words, as <c>key: word</c>, <c>key: [a, b]</c> and lines of <c>- a</c> below the
/// key: what pages say of title, tags and addresses. All else in it is left alone.
/// </summary>
sealed class FrontMatter
{
    const string Fence = "---";

    readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The page without it.</summary>
    public required string Body { get; init; }

    public string? this[string key] => values.TryGetValue(key, out var found) && found.Count > 0 ? found[0] : null;

    public IReadOnlyList<string> All(string key) => values.GetValueOrDefault(key) ?? [];

    /// <param name="text">With line feeds.</param>
    public static FrontMatter Of(string text)
    {
        var lines = text.Split('\n');
        var end = lines[0].TrimEnd() == Fence ? Array.FindIndex(lines, 1, line => line.TrimEnd() is Fence or "...") : -1;
        var matter = new FrontMatter { Body = end < 0 ? text : string.Join('\n', lines[(end + 1)..]).TrimStart('\n') };
        var key = "";
        foreach (var line in end < 0 ? [] : lines[1..end])
        {
            if (line.TrimStart() is ['-', ' ', .. var item] && key.Length > 0) matter.Add(key, [Plain(item)]);
            else if (line.Length > 0 && !char.IsWhiteSpace(line[0]) && line[0] != '#' && line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
                matter.Add(key = line[..colon].Trim(), Words(line[(colon + 1)..].Trim()));
        }

        return matter;
    }

    void Add(string key, IEnumerable<string> words)
    {
        if (!values.TryGetValue(key, out var known)) values[key] = known = [];
        known.AddRange(words.Where(word => word.Length > 0));
    }

    static IEnumerable<string> Words(string value) => value is ['[', .. var inner, ']'] ? inner.Split(',').Select(Plain) : [Plain(value)];

    static string Plain(string word) => word.Trim() switch
    {
        ['"', .. var inner, '"'] => inner.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal),
        ['\'', .. var inner, '\''] => inner.Replace("''", "'", StringComparison.Ordinal),
        var plain when plain.IndexOf(" #", StringComparison.Ordinal) is var remark and >= 0 => plain[..remark].TrimEnd(),
        var plain => plain,
    };
}
