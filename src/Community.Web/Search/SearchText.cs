namespace Community.Web.Search;

/// <summary>Marks the texts of the area Search; they stand in <c>SearchText.resx</c>.</summary>
public sealed class SearchText;
