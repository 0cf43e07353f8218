namespace Community.Web.Answers;

/// <summary>Marks the texts of the area Answers; they stand in <c>AnswersText.resx</c>.</summary>
public sealed class AnswersText;
