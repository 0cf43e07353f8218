namespace Community.Web.Combining;

/// <summary>Marks the texts of the area Combining; they stand in <c>CombiningText.resx</c>.</summary>
public sealed class CombiningText;
