namespace Community.Web.Presence;

/// <summary>Marks the texts of the area Presence; they stand in <c>PresenceText.resx</c>.</summary>
public sealed class PresenceText;
