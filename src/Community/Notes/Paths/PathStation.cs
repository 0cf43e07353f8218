using Community.Events;

namespace Community.Notes.Paths;

/// <summary>One station of a path: a topic to read or somebody to meet, and why.</summary>
public sealed class PathStation : Entity
{
    public const int MaxWhyLength = 300, MaxStageLength = 80;

    PathStation()
    {
    }

    /// <summary>Of a topic or of a person, one of the two.</summary>
    /// <exception cref="RefusedException">The words cannot be taken.</exception>
    public PathStation(NewcomerPath path, int order, long? topicId, long? meetId, string? why, string? stage, long actorId, DateTime now)
    {
        (Path, Order, TopicId, MeetId, AddedById, At) = (path, order, topicId, meetId, actorId, now);
        Explain(why, stage);
    }

    public long PathId { get; private set; }

    public NewcomerPath Path { get; private set; } = null!;

    /// <summary>Stations stand in its order; it has gaps.</summary>
    public int Order { get; private set; }

    public long? TopicId { get; private set; }

    /// <summary>Somebody to meet.</summary>
    public long? MeetId { get; private set; }

    /// <summary>Why it stands here, in one line.</summary>
    public string Why { get; private set; } = "";

    /// <summary>The heading that it stands under with its neighbours: "In the first week".</summary>
    public string Stage { get; private set; } = "";

    public long AddedById { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>When it was taken out; it can be put back, and who had walked it keeps that.</summary>
    public DateTime? TakenOutAt { get; private set; }

    /// <exception cref="RefusedException">Something is longer than it may be.</exception>
    public void Explain(string? why, string? stage)
    {
        (Why, Stage) = (PathText.Line(why), PathText.Line(stage));
        if (Why.Length > MaxWhyLength) throw new RefusedException(Refusal.Invalid, "Why it stands here has at most {0} characters: one line.", MaxWhyLength) { Field = nameof(Why) };
        if (Stage.Length > MaxStageLength) throw new RefusedException(Refusal.Invalid, "A heading on a path has at most {0} characters.", MaxStageLength) { Field = nameof(Stage) };
    }

    public void TakeOut(DateTime now) => TakenOutAt ??= now;

    /// <summary>Puts it back at the end.</summary>
    public void PutBack(int order) => (TakenOutAt, Order) = (null, order);

    public void ChangePlaces(PathStation other) => (Order, other.Order) = (other.Order, Order);
}
