namespace Community.Web.Trials;

/// <summary>Marks the texts of the area Trials; they stand in <c>TrialsText.resx</c>.</summary>
public sealed class TrialsText;
