namespace Community.Web.Privacy;

/// <summary>Marks the texts of the area Privacy; they stand in <c>PrivacyText.resx</c>.</summary>
public sealed class PrivacyText;
