using Community.Store;

namespace Community.Playbooks;

/// <summary>Takes a playbook out of use, or back into it; what runs goes on.</summary>
public sealed class RetirePlaybook(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not somebody who keeps playbooks, no such playbook, or it is so already.</exception>
    public Task Run(long personId, long playbookId, bool isRetired = true, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandKeeper(personId, stop);
        (await db.PlaybookToChange(playbookId, stop)).Retire(isRetired, personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
