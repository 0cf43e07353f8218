namespace Community.Web.Rearranging;

/// <summary>Marks the texts of the area Rearranging; they stand in <c>RearrangingText.resx</c>.</summary>
public sealed class RearrangingText;
