using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Playbooks;

/// <summary>Takes a ready playbook into use, once; from then on it is changed like any other.</summary>
public sealed class AdoptReady(CommunityStore store, TimeProvider clock)
{
    /// <param name="key">See <see cref="ReadyPlaybooks"/>.</param>
    /// <returns>The playbook's id.</returns>
    /// <exception cref="RefusedException">Not somebody who keeps playbooks, no such ready one, or it was adopted already.</exception>
    public Task<long> Run(long personId, string key, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandKeeper(personId, stop);
        var ready = ReadyPlaybooks.All.FirstOrDefault(one => one.Key == key) ?? throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        await db.LockName(nameof(AdoptReady), stop);
        if (await db.Playbooks.AnyAsync(p => p.ReadyKey == key, stop)) throw new RefusedException(Refusal.Conflict, "This one was adopted already. Change the playbook that came of it, or bring it back into use.");

        var playbook = db.Playbooks.Add(new Playbook(ready.Terms with { OwnerId = personId }, key, personId, clock.Now())).Entity;
        await db.SaveChangesAsync(stop);
        return playbook.Id;
    }, stop);
}
