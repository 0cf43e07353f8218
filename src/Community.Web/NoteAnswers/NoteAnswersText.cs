namespace Community.Web.NoteAnswers;

/// <summary>Marks the texts of the area Answering; they stand in <c>NoteAnswersText.resx</c>.</summary>
public sealed class NoteAnswersText;
