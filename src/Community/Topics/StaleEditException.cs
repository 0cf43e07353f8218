namespace Community.Topics;

/// <summary>A newer revision was saved while somebody wrote: both texts are shown, nothing is overwritten.</summary>
public sealed class StaleEditException(int number, string source, string editor, DateTime at) : Exception("Somebody saved a newer revision meanwhile.")
{
    /// <summary>The newest revision.</summary>
    public int Number { get; } = number;

    public string Text { get; } = source;

    public string Editor { get; } = editor;

    public DateTime At { get; } = at;

    /// <summary>Both texts together, where that was asked for: what both changed stands there twice.</summary>
    public string? Merged { get; init; }
}
