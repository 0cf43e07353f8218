using Community.People;
using Community.Spaces;
using Community.Store;

namespace Community.Policies;

/// <summary>Makes a draft the version that everybody reads, and that holds from its day on. Administrators do.</summary>
public sealed class ReleasePolicy(CommunityStore store, TimeProvider clock)
{
    /// <param name="edition">What the one who releases has read.</param>
    /// <exception cref="RefusedException">Not an administrator, released already, changed meanwhile, or its day does not fit.</exception>
    public Task Run(long personId, long policyId, int number, int edition, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(personId, stop);
        var policy = await db.PolicyToChange(await db.Viewer(personId, stop), policyId, stop);
        var now = clock.Now();
        policy.Release(number, edition, personId, await db.Today(now, stop), now);
        await db.SaveChangesAsync(stop);
    }, stop);
}
