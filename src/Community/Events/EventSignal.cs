namespace Community.Events;

/// <summary>Wakes the consumers of this process at once after a commit; other processes' rows are found by polling.</summary>
public sealed class EventSignal
{
    TaskCompletionSource next = New();

    long raised;

    /// <summary>How often it was raised: the same number means that this process has written nothing since.</summary>
    public long Raised => Interlocked.Read(ref raised);

    public void Raise()
    {
        Interlocked.Increment(ref raised);
        Interlocked.Exchange(ref next, New()).TrySetResult();
    }

    /// <summary>A task that ends with the next signal; take it before looking at the log.</summary>
    public Task Next() => Volatile.Read(ref next).Task;

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
