using Community.Topics;

namespace Community.Web.Topics;

/// <summary>What makes a form's text a draft: hidden fields, a button for browsers without scripts, and a line that says what is saved.</summary>
/// <param name="SavedAt">When the text that the form shows was saved; null when it was not.</param>
public sealed record DraftMark(DraftPlace Place, string? Key, long? Version, DateTime? SavedAt, bool IsSmall = false);
