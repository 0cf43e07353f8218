using Community.Governance;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;

namespace Community.Web.Notes;

/// <summary>One station as a reader finds it.</summary>
/// <param name="Kind">Of a topic; null for somebody to meet.</param>
/// <param name="MeetId">Whom to meet; null for a topic.</param>
/// <param name="Role">What that person does.</param>
/// <param name="ChangedAt">When a note's text was last revised.</param>
public sealed record StationRow(long Id, long PathId, string Stage, string Why, TopicKind? Kind, long? TopicId, long? OpeningId, long? MeetId, string Name, string Role, DateTime? ChangedAt, DateTime? ReadAt, DateTime? TriedAt, DateTime? AskedAt)
{
    public bool IsDone => ReadAt is not null || TriedAt is not null || AskedAt is not null;

    public bool IsChanged => ReadAt is { } read && ChangedAt > read;

    public string Address => Kind is { } kind ? TopicAddress.Of(kind, TopicId!.Value, Name) : FormattableString.Invariant($"/people/{MeetId}/{Slug.Of(Name)}");

    public string Anchor => FormattableString.Invariant($"station-{Id}");
}

/// <summary>A path in a list, with the reader's own counts.</summary>
public sealed record PathRow(long Id, string Title, string Lead, string SpaceSlug, string SpaceName, string? Unit, int Stations, int Done)
{
    public string Address => PathAddress.Of(Id, Title);
}

/// <summary>Where a path stands.</summary>
public static class PathAddress
{
    public static string Of(long id, string title) => FormattableString.Invariant($"/paths/{id}/{Slug.Of(title)}");
}

/// <summary>All paths that somebody may read, those of the own unit and spaces first.</summary>
/// <param name="Space">The name of the space that the list is narrowed to.</param>
public sealed record PathsPage(IReadOnlyList<PathRow> Paths, string? Space, bool MayMake, bool IsSignedIn, string? Buddy, int Choosers, string? Next);

/// <summary>A path with its stations.</summary>
/// <param name="Broken">For those who keep it: stations behind which nothing stands any more.</param>
public sealed record PathPage(PathRow Path, Tier Tier, Named? Maker, IReadOnlyList<StationRow> Stations, bool IsSignedIn, bool MayKeep, bool IsRemoved, int Broken, string? Buddy)
{
    public StationRow? Next => IsSignedIn ? Stations.FirstOrDefault(s => !s.IsDone) : null;

    /// <summary>What to read, under its headings.</summary>
    public IEnumerable<IGrouping<string, StationRow>> Stages => Stations.GroupBy(s => s.Stage);
}

/// <summary>The first words of a path as they are typed.</summary>
public sealed record PathForm
{
    public string? Space { get; init; }

    public string? Title { get; init; }

    public string? Lead { get; init; }

    public long? Unit { get; init; }
}

/// <summary>A station as it is typed: a note chosen from the list, or the address of any topic or person.</summary>
public sealed record StationForm
{
    public string? What { get; init; }

    public long? Note { get; init; }

    public string? Why { get; init; }

    public string? Stage { get; init; }

    /// <summary>explain, up, down, out or back.</summary>
    public string? Act { get; init; }
}

/// <summary>The page on which a path is begun.</summary>
public sealed record NewPathPage(PathForm Form, IReadOnlyList<SpaceChoice> Spaces, IReadOnlyList<Named> Units);

/// <summary>The page on which a path is kept.</summary>
public sealed record KeepPathPage(PathRow Path, PathForm Form, StationForm Added, IReadOnlyList<StationRow> Stations, IReadOnlyList<BrokenStation> Broken, IReadOnlyList<BrokenStation> Out, IReadOnlyList<Named> Notes, IReadOnlyList<Named> Units, bool IsRemoved)
{
    /// <summary>What was typed at a station and not taken.</summary>
    public (long StationId, StationForm Form)? Changed { get; init; }
}

/// <summary>A station that leads nowhere, or was taken out.</summary>
/// <param name="Name">Null where it must not be said any more.</param>
public sealed record BrokenStation(long Id, string? Name, bool IsPerson, string Why);

/// <summary>Whom somebody shows their progress to, and who shows theirs.</summary>
public sealed record BuddiesPage(Named? Buddy, DateTime? Since, string? Typed, IReadOnlyList<Chooser> Choosers);

/// <summary>Somebody who shows their progress.</summary>
public sealed record Chooser(long Id, string Name, IReadOnlyList<WalkedPath> Paths);

/// <summary>How far they are on one path, as far as the reader may see it.</summary>
public sealed record WalkedPath(string Title, string Address, IReadOnlyList<StationRow> Stations);
