namespace Community.Web.Care;

/// <summary>Marks the texts of the area Care; they stand in <c>CareText.resx</c>.</summary>
public sealed class CareText;
