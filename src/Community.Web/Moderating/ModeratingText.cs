namespace Community.Web.Moderating;

/// <summary>Marks the texts of the area Moderating; they stand in <c>ModeratingText.resx</c>.</summary>
public sealed class ModeratingText;
