namespace Community.Transfer.StackExchange;

/// <summary>The files of a dump; their names in any case.</summary>
sealed class DumpFolder
{
    readonly Dictionary<string, string> paths;

    /// <exception cref="RefusedException">There is no such folder, or a file that an import needs is not in it.</exception>
    public DumpFolder(string folder)
    {
        if (!Directory.Exists(folder)) throw new RefusedException(Refusal.NotFound, "There is no folder {0}.", folder);

        paths = Directory.EnumerateFiles(folder, "*.xml", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive })
            .GroupBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.Order(StringComparer.Ordinal).First(), StringComparer.OrdinalIgnoreCase);
        foreach (var needed in (string[])[TableNames.Posts, TableNames.Users])
            if (!paths.ContainsKey(needed)) throw new RefusedException(Refusal.NotFound, "The folder {0} has no {1}.xml; a dump has at least Posts.xml and Users.xml.", folder, needed);
    }

    /// <summary>Where the file of this table is, or null.</summary>
    public string? Find(string table) => paths.GetValueOrDefault(table);

    public long Bytes(string table) => Find(table) is { } path ? new FileInfo(path).Length : 0;
}
