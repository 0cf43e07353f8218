using Community.Events;
using Community.Topics;

namespace Community.Reports;

/// <summary>What became of a refinement task.</summary>
public enum TaskState
{
    Open,

    /// <summary>A revision answers the report.</summary>
    Done,

    /// <summary>It needs none, for the reason given.</summary>
    Dismissed,
}

/// <summary>That a report of failure waits for those who keep the post: a note's author and stewards, an answer's author.</summary>
public sealed class RefinementTask : Entity
{
    public const int MaxReasonLength = Closure.MaxReasonLength;

    RefinementTask()
    {
    }

    /// <param name="report">With its post and topic.</param>
    public RefinementTask(Report report, DateTime now)
    {
        (Report, Post, OpenedAt) = (report, report.Post, now);
        TellTask(EventKind.TaskOpened, report.PersonId, now);
    }

    public long ReportId { get; private set; }

    public Report Report { get; private set; } = null!;

    public long PostId { get; private set; }

    public Post Post { get; private set; } = null!;

    public DateTime OpenedAt { get; private set; }

    public TaskState State { get; private set; }

    /// <summary>Who ended it; null while it is open.</summary>
    public long? EndedById { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>Why it was dismissed; empty where its report was taken back.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Of one that is done: the post's revision that answers it.</summary>
    public int? RevisionNumber { get; private set; }

    /// <summary>The post's newest revision answers the report.</summary>
    public void Finish(long actorId, DateTime now)
    {
        End(TaskState.Done, actorId, now);
        RevisionNumber = Post.RevisionNumber;
    }

    /// <exception cref="RefusedException">There is no reason, or it is not open.</exception>
    public void Dismiss(string? reason, long actorId, DateTime now)
    {
        var clean = OneLine.Of(reason);
        if (clean.Length == 0) throw new RefusedException(Refusal.Invalid, "Say why in a few words; others will read it.") { Field = nameof(Reason) };
        if (clean.Length > MaxReasonLength) throw new RefusedException(Refusal.Invalid, "A reason has at most {0} characters.", MaxReasonLength) { Field = nameof(Reason) };

        End(TaskState.Dismissed, actorId, now);
        Reason = clean;
    }

    /// <summary>Its report was taken back: there is nothing to answer any more.</summary>
    internal void Drop(long actorId, DateTime now)
    {
        if (State == TaskState.Open) End(TaskState.Dismissed, actorId, now);
    }

    /// <summary>One that was dismissed waits again.</summary>
    /// <exception cref="RefusedException">It was not dismissed, or its report was taken back.</exception>
    public void Reopen(long actorId, DateTime now)
    {
        if (State != TaskState.Dismissed || Report.Retraction is not null) throw new RefusedException(Refusal.Conflict, "Only what was dismissed, and still stands, is opened again.");

        (State, EndedById, EndedAt, Reason) = (TaskState.Open, null, null, "");
        TellTask(EventKind.TaskOpened, actorId, now);
    }

    void End(TaskState state, long actorId, DateTime now)
    {
        if (State != TaskState.Open) throw new RefusedException(Refusal.Conflict, "Somebody has ended this task already.");

        (State, EndedById, EndedAt) = (state, actorId, now);
        TellTask(EventKind.TaskEnded, actorId, now);
    }

    void TellTask(EventKind kind, long actorId, DateTime now) => Tell(kind, now, actorId, null, () => Post.TopicId, () => Post.Topic.SpaceId);
}
