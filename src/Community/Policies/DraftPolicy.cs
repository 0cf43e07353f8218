using Community.People;
using Community.Spaces;
using Community.Store;

namespace Community.Policies;

/// <summary>Writes the next version of a policy, which stays a draft until it is released. Administrators do.</summary>
public sealed class DraftPolicy(CommunityStore store, TimeProvider clock)
{
    /// <param name="basedOn">The draft's edition that the writer had before the eyes; 0 where there was none.</param>
    /// <exception cref="RefusedException">Not an administrator, not there, or somebody wrote meanwhile.</exception>
    public Task Run(long personId, long policyId, PolicyText text, long ownerId, long? originId, int basedOn, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(personId, stop);
        var policy = await db.PolicyToChange(await db.Viewer(personId, stop), policyId, stop);
        if (ownerId != policy.OwnerId) await db.DemandOwner(ownerId, stop);
        // A topic that was named already stays, also where this administrator does not see it.
        if (originId is { } topicId && topicId != policy.TopicId) await db.DemandOrigin(personId, topicId, stop);

        policy.Draft(text, personId, basedOn, clock.Now());
        policy.Keep(ownerId, originId);
        await db.SaveChangesAsync(stop);
    }, stop);
}
