using Community.Governance;

namespace Community.Web.Topics;

/// <summary>A field for written text: with its toolbar and preview where scripts run, and a plain field where they do not.</summary>
/// <param name="Tier">Who will read it; null when that is chosen on the same page.</param>
/// <param name="IsReply">The editor that quotes of the page go into.</param>
public sealed record EditorPart(string Id, string Text, int Rows, Tier? Tier, bool IsReply = false, bool IsWrong = false)
{
    /// <summary>The slug of the space where it will stand; null when that is chosen on the same page.</summary>
    public string? Space { get; init; }
}
