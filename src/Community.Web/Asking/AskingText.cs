namespace Community.Web.Asking;

/// <summary>Marks the texts of the area Asking; they stand in <c>AskingText.resx</c>.</summary>
public sealed class AskingText;
