using Community.Topics;

namespace Community.Notes.Combining;

/// <summary>That a note was merged into another one: its closing says who, when and why, and as long as that stands, its address leads on.</summary>
public sealed class NoteMerge
{
    public static readonly TimeSpan UndoneWithin = TimeSpan.FromDays(30);

    NoteMerge()
    {
    }

    internal NoteMerge(Closure closure, long sourceId, long targetId, int before, int after)
    {
        Closure = closure;
        SourceId = sourceId;
        TargetId = targetId;
        RevisionBefore = before;
        RevisionAfter = after;
    }

    public long ClosureId { get; private set; }

    public Closure Closure { get; private set; } = null!;

    /// <summary>The note that was closed.</summary>
    public long SourceId { get; private set; }

    /// <summary>The note that goes on.</summary>
    public long TargetId { get; private set; }

    /// <summary>The target's revision that the text of both was put in place of.</summary>
    public int RevisionBefore { get; private set; }

    public int RevisionAfter { get; private set; }
}
