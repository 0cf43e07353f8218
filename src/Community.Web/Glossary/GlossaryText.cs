namespace Community.Web.Glossary;

/// <summary>Marks the texts of the area Glossary; they stand in <c>GlossaryText.resx</c>.</summary>
public sealed class GlossaryText;
