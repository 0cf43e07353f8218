namespace Community.Transfer.Archives;

/// <summary>How far a backup, restore or export has come, in whatever <paramref name="What"/> counts.</summary>
public sealed record ArchiveProgress(string What, long Done, long Total);
