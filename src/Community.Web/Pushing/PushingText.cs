namespace Community.Web.Pushing;

/// <summary>Marks the texts of the area Pushing; they stand in <c>PushingText.resx</c>.</summary>
public sealed class PushingText;
