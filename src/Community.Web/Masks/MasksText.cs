namespace Community.Web.Masks;

/// <summary>Marks the texts of the area Masks; they stand in <c>MasksText.resx</c>.</summary>
public sealed class MasksText;
