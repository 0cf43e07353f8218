namespace Community.Web.NoteLinks;

/// <summary>Marks the texts of the area NoteLinks; they stand in <c>NoteLinksText.resx</c>.</summary>
public sealed class NoteLinksText;
