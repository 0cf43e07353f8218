namespace Community.Web.Api;

/// <summary>Marks the texts of the area Api; they stand in <c>ApiText.resx</c>.</summary>
public sealed class ApiText;
