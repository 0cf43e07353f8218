namespace Community.Web.Live;

/// <summary>Marks the sentences that scripts say when something changes; they stand in <c>LiveText.resx</c>.</summary>
public sealed class LiveText;
