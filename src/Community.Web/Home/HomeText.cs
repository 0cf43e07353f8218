namespace Community.Web.Home;

/// <summary>Marks the texts of the home page; they stand in <c>HomeText.resx</c>.</summary>
public sealed class HomeText;
