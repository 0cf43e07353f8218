namespace Community.Web.Watching;

/// <summary>Marks the texts of the area Watching; they stand in <c>WatchingText.resx</c>.</summary>
public sealed class WatchingText;
