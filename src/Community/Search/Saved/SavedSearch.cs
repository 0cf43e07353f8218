using Community.Events;
using Community.Topics;

namespace Community.Search.Saved;

/// <summary>A search that somebody keeps, to run it again or to hear of what is new. Nobody else sees it, and no event tells of it.</summary>
public sealed class SavedSearch : Entity
{
    public const int MostPerPerson = 50;
    public const int MaxNameLength = 100;
    public const int MaxTextLength = 1_000;

    /// <summary>How long one that was deleted can be brought back.</summary>
    public static readonly TimeSpan RestorableFor = TimeSpan.FromDays(7);

    SavedSearch()
    {
    }

    public SavedSearch(long personId, string name, SavedQuery query, bool isAlerting, DateTime now)
    {
        PersonId = personId;
        Name = CleanName(name);
        (Text, Kind, SpaceId, Tag) = query;
        CreatedAt = now;
        AlertSince = isAlerting ? now : null;
        ChangedAt = now;
    }

    public long PersonId { get; private set; }

    /// <summary>Empty: it is called by what it looks for.</summary>
    public string Name { get; private set; } = "";

    /// <summary>As typed, with its operators; may be empty where something was chosen.</summary>
    public string Text { get; private set; } = "";

    public TopicKind? Kind { get; private set; }

    public long? SpaceId { get; private set; }

    public string? Tag { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>What was posted since then is told; null while nothing is.</summary>
    public DateTime? AlertSince { get; private set; }

    public DateTime ChangedAt { get; private set; }

    /// <summary>Set while it can still be brought back.</summary>
    public DateTime? DeletedAt { get; private set; }

    public SavedQuery Query => new(Text, Kind, SpaceId, Tag);

    public bool IsAlerting => AlertSince is not null;

    public void Rename(string name, DateTime now) => (Name, ChangedAt) = (CleanName(name), now);

    /// <summary>Switched on again, it tells of what comes from now on.</summary>
    public void Alert(bool isOn, DateTime now) => (AlertSince, ChangedAt) = (isOn ? AlertSince ?? now : null, now);

    public void Delete(DateTime now) => (DeletedAt, ChangedAt) = (DeletedAt ?? now, now);

    public void Restore(DateTime now) => (DeletedAt, ChangedAt) = (null, now);

    static string CleanName(string? name) => (name ?? "").Trim() is { Length: <= MaxNameLength } clean
        ? clean
        : throw new RefusedException(Refusal.Invalid, "A name has at most {0} characters.", MaxNameLength) { Field = nameof(Name) };
}

/// <summary>What a saved search looks for.</summary>
public sealed record SavedQuery(string Text, TopicKind? Kind, long? SpaceId, string? Tag)
{
    /// <param name="slug">The space's; null where none is chosen.</param>
    public SearchRequest Asking(string? slug) => new(Text, Kind, slug, Tag, SearchSort.Newest);
}
