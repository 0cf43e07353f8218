namespace Community.Notes.Care;

/// <summary>That a steward says a note no longer holds: why, who, when, and whether it was taken back.</summary>
public sealed class NoteOutdating
{
    NoteOutdating()
    {
    }

    internal NoteOutdating(long topicId, string reason, long byId, DateTime now)
    {
        TopicId = topicId;
        Reason = CareWords.Demanded(reason, nameof(Reason));
        ById = byId;
        At = now;
    }

    public long Id { get; private set; }

    public long TopicId { get; private set; }

    public string Reason { get; private set; } = "";

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public long? EndedById { get; private set; }

    internal void End(long byId, DateTime now) => (EndedById, EndedAt) = (byId, now);
}
