namespace Community.Text;

/// <summary>A heading in the order of the text, for a list of contents: its level on the page (2 to 6), its words, and its element id.</summary>
public sealed record Heading(int Level, string Text, string Id);
