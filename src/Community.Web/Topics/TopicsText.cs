namespace Community.Web.Topics;

/// <summary>Marks the texts of the area Topics; they stand in <c>TopicsText.resx</c>.</summary>
public sealed class TopicsText;
