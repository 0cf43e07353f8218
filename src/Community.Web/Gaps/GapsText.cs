namespace Community.Web.Gaps;

/// <summary>Marks the texts of the area Gaps; they stand in <c>GapsText.resx</c>.</summary>
public sealed class GapsText;
