using Community.Web.Reports;
using Community.Web.Trials;

namespace Community.Web.Home;

/// <summary>What waits for the reader beside answers.</summary>
/// <param name="Tasks">Reports of failure on what they keep.</param>
/// <param name="Trials">Own trials that are to be decided.</param>
public sealed record Chores(int Tasks, int Trials)
{
    public bool IsEmpty => Tasks + Trials == 0;
}

/// <summary>Counts it.</summary>
public sealed class ChoreCounting(TaskListing tasks, TrialListing trials)
{
    public async Task<Chores> Count() => new(await tasks.Waiting(), await trials.Waiting());
}
