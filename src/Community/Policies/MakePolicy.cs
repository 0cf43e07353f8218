using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Policies;

/// <summary>Begins a policy with a draft of its first version. Administrators do.</summary>
public sealed class MakePolicy(CommunityStore store, TimeProvider clock)
{
    /// <param name="originId">The topic in which it came about; null for none.</param>
    /// <returns>The policy's id; the same for the same text by the same person sent twice.</returns>
    /// <exception cref="RefusedException">Not an administrator, the title is taken, or owner or topic are not there.</exception>
    public Task<long> Run(long personId, PolicyText text, long ownerId, long? originId = null, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(personId, stop);
        await db.LockName(nameof(MakePolicy), stop);
        if (await db.Policies.Include(p => p.Versions).ThenInclude(v => v.Scope).FirstOrDefaultAsync(p => p.Title == text.Title, stop) is { } other)
            return other.Waiting is { } waiting && waiting.EditorId == personId && waiting.Says(text) ? other.Id : throw new RefusedException(Refusal.Conflict, "There is a policy with this title. Change that one, or choose another title.") { Field = nameof(PolicyText.Title) };

        await db.DemandOwner(ownerId, stop);
        if (originId is { } topicId) await db.DemandOrigin(personId, topicId, stop);
        var policy = db.Policies.Add(new Policy(text, ownerId, originId, personId, clock.Now())).Entity;
        await db.SaveChangesAsync(stop);
        return policy.Id;
    }, stop);
}
