namespace Community.Transfer.StackExchange;

/// <summary>Who wrote a row: a person, and the displayed name when that person stands for many.</summary>
readonly record struct Author(long PersonId, string? Name)
{
    const int MaxNameLength = 100;

    /// <param name="id">The user's id in the dump.</param>
    /// <param name="shown">The name that the row gives itself.</param>
    public static Author Of(long? id, string? shown, IReadOnlyDictionary<long, long> known, long somebody)
    {
        if (id is { } user && known.TryGetValue(user, out var person)) return new Author(person, null);

        var name = shown?.Trim() is { Length: > 0 } given ? given : id is null ? null : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"user{id}");
        return new Author(somebody, name is null ? null : DumpText.Shorten(name, MaxNameLength));
    }
}
