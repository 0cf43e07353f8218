namespace Community.Web.SavedSearches;

/// <summary>Marks the texts of the area SavedSearches; they stand in <c>SavedSearchesText.resx</c>.</summary>
public sealed class SavedSearchesText;
