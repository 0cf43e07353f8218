namespace Community.Web.People;

/// <summary>The institution's settings and its units.</summary>
/// <param name="Units">By name, at most 500.</param>
/// <param name="UnitTyped">The name of a unit that was refused.</param>
public sealed record AdminPage(InstitutionForm Institution, IReadOnlyList<UnitRow> Units, string? UnitTyped);

/// <summary>A unit and how many work in it.</summary>
public sealed record UnitRow(long Id, string Name, int People);
