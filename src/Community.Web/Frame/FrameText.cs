namespace Community.Web.Frame;

/// <summary>Marks the texts of the frame around every page; they stand in <c>FrameText.resx</c>.</summary>
public sealed class FrameText;
