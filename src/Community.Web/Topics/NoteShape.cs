using Community.Topics;

namespace Community.Web.Topics;

/// <summary>How a new note is written: in the form, which asks for what experienced people leave out, or as one text.</summary>
public static class NoteShape
{
    public const string Form = "form", Free = "free";

    public static bool IsForm(string? shape) => shape == Form;

    /// <summary>As it was left; a text from before there was a form is free.</summary>
    public static string OfDraft(DraftText draft) => draft.Shape.Length > 0 ? draft.Shape : string.IsNullOrWhiteSpace(draft.Body) ? Form : Free;
}
