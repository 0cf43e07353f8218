using Community.Governance;

namespace Community.Web.Voices;

/// <summary>Who may speak for whom.</summary>
/// <param name="Ended">Those that hold no longer, the latest first.</param>
/// <param name="Disclaimer">As it is, or as it was typed.</param>
public sealed record VoicesPage(GrantForm Form, IReadOnlyList<GrantRow> Grants, IReadOnlyList<GrantRow> Ended, IReadOnlyList<UnitChoice> Units, IReadOnlyList<(string Slug, string Name)> Spaces, string Disclaimer, IReadOnlyList<DisclaimerRow> Versions);

/// <summary>A grant as it is typed.</summary>
public sealed record GrantForm
{
    public string? Person { get; init; }

    /// <summary>Empty for the whole institution.</summary>
    public long? UnitId { get; init; }

    public string? Space { get; init; }

    public string? Until { get; init; }

    public bool NeedsSecond { get; init; }

    public string? Why { get; init; }
}

/// <summary>A grant.</summary>
/// <param name="Space">Null for every space.</param>
public sealed record GrantRow(long Id, long PersonId, string Person, Voice Voice, string Speaks, string? Space, DateTime Until, bool NeedsSecond, string Why, string? By, DateTime? EndedAt);

/// <summary>A unit to choose.</summary>
public sealed record UnitChoice(long Id, string Name);

/// <summary>A version of the disclaimer.</summary>
public sealed record DisclaimerRow(int Number, string Text, DateTime At, string? By);

/// <summary>How a space likes to be written in.</summary>
public sealed record SpaceVoicePage(string Slug, string Space, SpaceVoiceForm Form);

/// <summary>The same as it is typed.</summary>
public sealed record SpaceVoiceForm
{
    public string? Guide { get; init; }

    public bool AsksInterest { get; init; }
}
