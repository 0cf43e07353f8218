namespace Community.Web.Policies;

/// <summary>Marks the texts of the area Policies; they stand in <c>PoliciesText.resx</c>.</summary>
public sealed class PoliciesText;
