using Community.Experts;
using Community.Governance;
using Community.Notes.Care;
using Community.Web.Topics;

namespace Community.Web.Spaces;

/// <summary>A space in the list of spaces.</summary>
public sealed record SpaceRow(long Id, string Slug, string Name, string Purpose, Tier Tier, int TopicCount, DateTime? LastPostAt, bool IsIn, bool MayJoin);

/// <summary>The spaces that the reader can read.</summary>
public sealed record SpacesPage(IReadOnlyList<SpaceRow> Spaces, string Name, string? Next, bool MayMake);

/// <summary>What stands above a space's topics.</summary>
public sealed record SpaceHead(long Id, string Slug, string Name, string Purpose, Tier Tier, IReadOnlyList<Named> Stewards, bool IsIn, bool MayJoin, bool MayStart, bool MayCharter, bool MayEnrol)
{
    /// <summary>What it says otherwise than the table of rights.</summary>
    public string Rules { get; init; } = "";
}

/// <summary>A space with a page of its topics.</summary>
public sealed record SpacePage(SpaceHead Head, IReadOnlyList<Filter> Filters, IReadOnlyList<TopicRow> Rows, string? Next, long LastEventId);

/// <summary>A space's charter as it is typed.</summary>
public sealed record CharterForm
{
    public string Slug { get; init; } = "";

    public string Name { get; init; } = "";

    public string Purpose { get; init; } = "";

    public Tier Tier { get; init; } = Tier.Institution;
}

/// <summary>The page for making or changing a space.</summary>
/// <param name="Head">Null for a new one.</param>
public sealed record CharterPage(SpaceHead? Head, CharterForm Form)
{
    /// <summary>How many months evidence takes to count half; null: it does not age.</summary>
    public int? HalfLifeMonths { get; init; } = HalfLife.DefaultMonths;

    /// <summary>After how many months its notes are checked again.</summary>
    public int NoteMonths { get; init; } = NoteInterval.DefaultMonths;

    /// <summary>What an author changes in a note waits until somebody else takes it in.</summary>
    public bool RequiresApproval { get; init; }
}

/// <summary>Who is in a space.</summary>
public sealed record MembersPage(SpaceHead Head, IReadOnlyList<MemberRow> People, IReadOnlyList<Named> Units, IReadOnlyList<Named> AllUnits, string? Next)
{
    /// <summary>The reader may invite somebody from outside.</summary>
    public bool MayInvite { get; init; }
}

/// <summary>One member.</summary>
public sealed record MemberRow(long Id, string Name, string? Unit, string Position, bool IsSteward, bool IsGuest, DateTime Since);
