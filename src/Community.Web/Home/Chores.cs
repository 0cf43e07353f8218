using Community.Web.Asking;
using Community.Web.Reports;
using Community.Web.Trials;

namespace Community.Web.Home;

/// <summary>What waits for the reader beside answers.</summary>
/// <param name="Tasks">Reports of failure on what they keep.</param>
/// <param name="Trials">Own trials that are to be decided.</param>
/// <param name="Invitations">Questions that somebody asks the reader to answer.</param>
public sealed record Chores(int Tasks, int Trials, int Invitations)
{
    public bool IsEmpty => Tasks + Trials + Invitations == 0;
}

/// <summary>Counts it.</summary>
public sealed class ChoreCounting(TaskListing tasks, TrialListing trials, AskingLoading asking)
{
    public async Task<Chores> Count() => new(await tasks.Waiting(), await trials.Waiting(), (await asking.Waiting()).Count);
}
