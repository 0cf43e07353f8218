namespace Community.Events;

/// <summary>An event that a consumer gave up after five failures. It goes on; readiness names it.</summary>
public sealed class FailedEvent
{
    FailedEvent()
    {
    }

    public FailedEvent(string consumer, long eventId, string error, DateTime at)
    {
        Consumer = consumer;
        EventId = eventId;
        Error = error.Length <= 2_000 ? error : error[..2_000];
        At = at;
    }

    public string Consumer { get; private set; } = "";

    public long EventId { get; private set; }

    public string Error { get; private set; } = "";

    public DateTime At { get; private set; }
}
