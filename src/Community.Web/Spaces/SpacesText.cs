namespace Community.Web.Spaces;

/// <summary>Marks the texts of the area Spaces; they stand in <c>SpacesText.resx</c>.</summary>
public sealed class SpacesText;
