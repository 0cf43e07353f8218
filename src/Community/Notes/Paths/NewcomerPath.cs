using Community.Events;

namespace Community.Notes.Paths;

/// <summary>A path: notes, topics and people to meet, in the order in which somebody new in a role needs them. It stands in a space and is read by whoever reads that.</summary>
public sealed class NewcomerPath : Entity
{
    public const int MaxTitleLength = 120, MaxLeadLength = 500, MostStations = 100;

    NewcomerPath()
    {
    }

    /// <exception cref="RefusedException">Title or lead cannot be taken.</exception>
    public NewcomerPath(long spaceId, string title, string lead, long? unitId, long madeById, DateTime now)
    {
        (SpaceId, MadeById, CreatedAt) = (spaceId, madeById, now);
        Describe(title, lead, unitId, madeById, now);
    }

    public long SpaceId { get; private set; }

    /// <summary>The role that it is for, and until when: "Circulation desk, first weeks".</summary>
    public string Title { get; private set; } = "";

    /// <summary>What somebody has at its end, in a sentence or two of plain text.</summary>
    public string Lead { get; private set; } = "";

    /// <summary>Whose newcomers find it on their first page; null for those of its space.</summary>
    public long? UnitId { get; private set; }

    public long MadeById { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>When it was put away; its keepers can bring it back.</summary>
    public DateTime? RemovedAt { get; private set; }

    public long? RemovedById { get; private set; }

    public List<PathStation> Stations { get; } = [];

    /// <exception cref="RefusedException">Title or lead cannot be taken.</exception>
    public void Describe(string? title, string? lead, long? unitId, long actorId, DateTime now)
    {
        (Title, Lead, UnitId) = (PathText.Line(title), PathText.Line(lead), unitId);
        if (Title.Length is 0 or > MaxTitleLength) throw new RefusedException(Refusal.Invalid, "A path's name has 1 to {0} characters: the role, and for how long.", MaxTitleLength) { Field = nameof(Title) };
        if (Lead.Length > MaxLeadLength) throw new RefusedException(Refusal.Invalid, "What it leads to has at most {0} characters.", MaxLeadLength) { Field = nameof(Lead) };

        TellChange(actorId, now);
    }

    public void Remove(bool isRemoved, long actorId, DateTime now)
    {
        if (RemovedAt is not null == isRemoved) return;

        (RemovedAt, RemovedById) = isRemoved ? (now, actorId) : ((DateTime?)null, (long?)null);
        TellChange(actorId, now);
    }

    /// <summary>Its stations changed, or itself.</summary>
    internal void TellChange(long actorId, DateTime now) => Tell(EventKind.PathChanged, now, actorId, spaceId: () => SpaceId);
}
