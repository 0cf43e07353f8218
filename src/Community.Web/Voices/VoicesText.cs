namespace Community.Web.Voices;

/// <summary>Marks the texts of the area Voices; they stand in <c>VoicesText.resx</c>.</summary>
public sealed class VoicesText;
