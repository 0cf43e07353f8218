namespace Community.Demonstration;

/// <summary>Everything that will happen, carried out in the order of time; what falls on the same moment, in the order in which it was planned.</summary>
sealed class Plan(FillingClock clock)
{
    readonly List<(DateTime At, Func<CancellationToken, Task> Act)> acts = [];

    public void Add(DateTime at, Func<CancellationToken, Task> act) => acts.Add((at, act));

    /// <param name="after">What follows each of them.</param>
    /// <param name="progress">Called with how many are done, and how many there are.</param>
    public async Task Carry(Func<CancellationToken, Task> after, Action<int, int> progress, CancellationToken stop)
    {
        var done = 0;
        foreach (var (at, act) in acts.OrderBy(one => one.At))
        {
            stop.ThrowIfCancellationRequested();
            clock.MoveTo(at);
            await act(stop);
            await after(stop);
            progress(++done, acts.Count);
        }
    }
}
