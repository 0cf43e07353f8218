namespace Community.Events;

/// <summary>Wakes the consumers of this process at once after a commit; other processes' rows are found by polling.</summary>
public sealed class EventSignal
{
    TaskCompletionSource next = New();

    public void Raise() => Interlocked.Exchange(ref next, New()).TrySetResult();

    /// <summary>A task that ends with the next signal; take it before looking at the log.</summary>
    public Task Next() => Volatile.Read(ref next).Task;

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
