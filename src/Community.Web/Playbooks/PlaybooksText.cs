namespace Community.Web.Playbooks;

/// <summary>Marks the texts of the area Playbooks; they stand in <c>PlaybooksText.resx</c>.</summary>
public sealed class PlaybooksText;
