namespace Community.Search;

/// <summary>How far a rebuild has come, in posts and people.</summary>
public sealed record IndexProgress(long Done, long Total);
