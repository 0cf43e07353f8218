namespace Community.Web.Experts;

/// <summary>Marks the texts of the area Experts; they stand in <c>ExpertsText.resx</c>.</summary>
public sealed class ExpertsText;
