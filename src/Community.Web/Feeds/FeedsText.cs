namespace Community.Web.Feeds;

/// <summary>Marks the texts of the area Feeds; they stand in <c>FeedsText.resx</c>.</summary>
public sealed class FeedsText;
