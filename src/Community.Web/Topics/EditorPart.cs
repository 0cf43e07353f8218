using Community.Governance;

namespace Community.Web.Topics;

/// <summary>A field for written text: with its toolbar and preview where scripts run, and a plain field where they do not.</summary>
/// <param name="Tier">Who will read it; null when that is chosen on the same page.</param>
/// <param name="IsReply">The editor that quotes of the page go into.</param>
public sealed record EditorPart(string Id, string Text, int Rows, Tier? Tier, bool IsReply = false, bool IsWrong = false)
{
    /// <summary>The slug of the space where it will stand; null when that is chosen on the same page.</summary>
    public string? Space { get; init; }

    /// <summary>The form that it stands in, where its author may choose in whose name they speak; else null.</summary>
    public Composed? Form { get; init; }

    /// <summary>Of a text that speaks for others already: for whom.</summary>
    public string? Voice { get; init; }
}
