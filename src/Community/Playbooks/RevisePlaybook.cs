using Community.Store;

namespace Community.Playbooks;

/// <summary>Gives a playbook a new version; runs keep the one of their day.</summary>
public sealed class RevisePlaybook(CommunityStore store, TimeProvider clock)
{
    /// <param name="basedOn">The version that the editor had before the eyes.</param>
    /// <exception cref="RefusedException">Not somebody who keeps playbooks; somebody named is not here; or as of <see cref="Playbook.Revise"/>.</exception>
    public Task Run(long personId, long playbookId, PlaybookTerms terms, int basedOn, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandKeeper(personId, stop);
        var playbook = await db.PlaybookToChange(playbookId, stop);
        await db.DemandHere(terms, stop);
        playbook.Revise(terms, basedOn, personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
