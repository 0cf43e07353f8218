namespace Community.Web.Holding;

/// <summary>Marks the texts of the area Holding; they stand in <c>HoldingText.resx</c>.</summary>
public sealed class HoldingText;
