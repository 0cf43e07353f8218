namespace Community.Web.Offline;

/// <summary>Marks the texts of the area Offline; they stand in <c>OfflineText.resx</c>.</summary>
public sealed class OfflineText;
