using Community.People;
using Community.Store;

namespace Community.Playbooks;

/// <summary>Writes a new playbook.</summary>
public sealed class MakePlaybook(CommunityStore store, TimeProvider clock)
{
    /// <param name="once">Makes the same request sent again the same playbook.</param>
    /// <returns>Its id.</returns>
    /// <exception cref="RefusedException">Not somebody who keeps playbooks; somebody named is not here; or as of <see cref="PlaybookTerms.Checked"/>.</exception>
    public Task<long> Run(long personId, PlaybookTerms terms, Once? once = null, CancellationToken stop = default) => store.WriteOnce(personId, once, clock.Now(), async db =>
    {
        await db.DemandKeeper(personId, stop);
        await db.DemandHere(terms, stop);
        var playbook = db.Playbooks.Add(new Playbook(terms, null, personId, clock.Now())).Entity;
        await db.SaveChangesAsync(stop);
        return playbook.Id;
    }, stop);
}
