namespace Community.Web.Guests;

/// <summary>Marks the texts of the area Guests; they stand in <c>GuestsText.resx</c>.</summary>
public sealed class GuestsText;
