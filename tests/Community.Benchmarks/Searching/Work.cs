using System.Diagnostics;

namespace Community.Benchmarks.Searching;

/// <summary>What work costs: processor time of the whole process, and time on the clock.</summary>
readonly record struct Work(TimeSpan Processor, TimeSpan Clock)
{
    public static Work operator +(Work one, Work other) => new(one.Processor + other.Processor, one.Clock + other.Clock);

    public static async Task<Work> Of(Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        var (before, began) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        await work();
        process.Refresh();
        return new Work(process.TotalProcessorTime - before, Stopwatch.GetElapsedTime(began));
    }
}
