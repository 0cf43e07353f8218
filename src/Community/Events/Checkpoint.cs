namespace Community.Events;

/// <summary>How far a consumer whose effects live in the database has read the log; moved in the transaction of its effects.</summary>
public sealed class Checkpoint
{
    Checkpoint()
    {
    }

    public Checkpoint(string consumer, long eventId)
    {
        Consumer = consumer;
        EventId = eventId;
    }

    public string Consumer { get; private set; } = "";

    /// <summary>The last event whose effects are complete; of those who put notices into letters and pushes, the last notice.</summary>
    public long EventId { get; private set; }

    public void MoveTo(long eventId) => EventId = eventId;
}
