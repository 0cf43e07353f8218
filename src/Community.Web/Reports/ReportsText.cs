namespace Community.Web.Reports;

/// <summary>Marks the texts of the area Reports; they stand in <c>ReportsText.resx</c>.</summary>
public sealed class ReportsText;
