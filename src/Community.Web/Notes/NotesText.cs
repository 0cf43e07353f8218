namespace Community.Web.Notes;

/// <summary>Marks the texts of the area Notes; they stand in <c>NotesText.resx</c>.</summary>
public sealed class NotesText;
