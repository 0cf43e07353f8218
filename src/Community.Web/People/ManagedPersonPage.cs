using Community.People;

namespace Community.Web.People;

/// <summary>One person, as administrators manage them.</summary>
/// <param name="Link">A link that was just made; shown this once.</param>
/// <param name="WaitingUntil">When an open link of this person runs out; null when there is none.</param>
public sealed record ManagedPersonPage(ListedPerson Person, IReadOnlyList<string> Units, MadeLink? Link, DateTime? WaitingUntil, int Posts, int Devices, bool CanSend, bool IsSelf)
{
    /// <summary>Practice notes that nobody else keeps.</summary>
    public int NotesAlone { get; init; }
}
