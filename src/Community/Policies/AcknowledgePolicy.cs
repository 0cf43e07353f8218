using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Policies;

/// <summary>Somebody says that they know the version that is in force.</summary>
public sealed class AcknowledgePolicy(CommunityStore store, TimeProvider clock)
{
    /// <param name="number">The version that was read.</param>
    /// <exception cref="RefusedException">Not there, or another version holds by now.</exception>
    public Task Run(long personId, long policyId, int number, CancellationToken stop = default) => store.Write(async db =>
    {
        var policy = await db.PolicyToChange(await db.Viewer(personId, stop), policyId, stop);
        var now = clock.Now();
        if (policy.InForce(await db.PolicyDay(now, stop)) is not { } version || version.Number != number)
            throw new RefusedException(Refusal.Conflict, "Another version is in force. Read that one, and acknowledge it then.");
        if (await db.Acknowledgements.AnyAsync(a => a.VersionId == version.Id && a.PersonId == personId, stop)) return;

        db.Acknowledgements.Add(new Acknowledgement(version, personId, now));
        await db.SaveChangesAsync(stop);
    }, stop);
}
