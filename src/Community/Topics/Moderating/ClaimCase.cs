using Community.Spaces;
using Community.Store;

namespace Community.Topics.Moderating;

/// <summary>Takes a case in hand, so that two never judge the same, or gives it back.</summary>
public sealed class ClaimCase(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not there, not this person's to judge, decided, or in somebody else's hands.</exception>
    public Task Run(long personId, long caseId, bool isTaken = true, CancellationToken stop = default) => store.Write(async db =>
    {
        var (one, _) = await db.CaseFor(await db.Viewer(personId, stop), caseId, stop);
        if (isTaken) one.Claim(personId, clock.Now());
        else one.GiveBack(personId);
        await db.SaveChangesAsync(stop);
    }, stop);
}
