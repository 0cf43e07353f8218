using Community.Governance;

namespace Community.Web.People;

/// <summary>The people, as administrators find them.</summary>
/// <param name="Role">Null for any.</param>
/// <param name="Next">Address of the next page; null on the last.</param>
public sealed record PeopleListPage(string? Who, Role? Role, string? Unit, long Total, IReadOnlyList<ListedPerson> People, string? Next, bool IsFirst);

/// <summary>A person in the administrators' list.</summary>
/// <param name="Email">Null without an account.</param>
/// <param name="ImportedFrom">Null unless imported and not handed over.</param>
public sealed record ListedPerson(long Id, string Name, string? Email, string? Unit, Role Role, bool IsClosed, bool HasPassword, bool IsImported, string? ImportedFrom);
