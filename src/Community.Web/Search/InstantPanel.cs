using Community.Search;

namespace Community.Web.Search;

/// <summary>What the list under a search field shows for what is typed in it.</summary>
public sealed record InstantPanel(string Text, TypingAnswer Found)
{
    /// <summary>Longer than this nobody types; the whole text is searched for all the same.</summary>
    const int MostShown = 60;

    public string Typed { get; } = Text.Trim();

    public string Shown => Typed.Length <= MostShown ? Typed : Typed[..MostShown] + "…";

    /// <summary>Without the last row, which searches for the typed text.</summary>
    public int Count => Found.Completions.Count + Found.Notes.Count + Found.Topics.Count + Found.People.Count + Found.Tags.Count + Found.Terms.Count;

    public static string Search(string text) => "/search?q=" + Uri.EscapeDataString(text);
}
