namespace Community.Web.Answering;

/// <summary>Marks the texts of the area Answering; they stand in <c>AnsweringText.resx</c>.</summary>
public sealed class AnsweringText;
