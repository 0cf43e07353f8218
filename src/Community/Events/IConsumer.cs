namespace Community.Events;

/// <summary>Something that follows the log. It reads events in order, loads the subject's present state, and may see an event twice.</summary>
public interface IConsumer
{
    /// <summary>A short stable name: the key of its checkpoint, and how readiness and errors call it.</summary>
    string Name { get; }

    /// <summary>Takes the next step. Returns false when there was nothing left to read.</summary>
    /// <exception cref="Exception">Anything: the loop tries again with a growing pause.</exception>
    Task<bool> Step(CancellationToken stop);

    /// <summary>How long it leaves the processor to those that somebody waits for, once something happened; what happens meanwhile it takes in the same step.</summary>
    TimeSpan Lag => TimeSpan.FromMilliseconds(20);
}
