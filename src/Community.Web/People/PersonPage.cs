using Community.Topics;

namespace Community.Web.People;

/// <summary>Somebody's page.</summary>
/// <param name="IsVisitor">The reader has no account and sees the name and public posts only.</param>
/// <param name="ImportedFrom">The site that an imported person comes from; null for everybody else.</param>
/// <param name="Older">Address of older posts; null on the last page.</param>
public sealed record PersonPage(
    long Id, string Name, string? Unit, string Position, IReadOnlyList<string> AskMeAbout, DateTime Since, bool IsClosed, string? ImportedFrom, bool IsSelf, bool IsVisitor, bool ReaderIsAdministrator,
    IReadOnlyList<PostRow> Posts, string? Older, bool IsFirst)
{
    /// <summary>Invited from outside.</summary>
    public bool IsGuest { get; init; }

    /// <summary>Practice notes that the reader, who is signed in, can follow.</summary>
    public bool HasNotes { get; init; }
}

/// <summary>A post in a list of what somebody wrote.</summary>
/// <param name="Title">Of its topic; null when the topic was taken back.</param>
public sealed record PostRow(long Id, Part Part, TopicKind Kind, string? Title, string Space, int Score, DateTime At);
