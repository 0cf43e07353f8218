using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Spaces.Voices;

/// <summary>An administrator ends a grant; what was said under it stays.</summary>
public sealed class EndVoiceGrant(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not an administrator, no such grant, or it has ended.</exception>
    public Task Run(long? actorId, long grantId, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        await db.LockRow("VoiceGrants", "Id", grantId, stop);
        var grant = await db.VoiceGrants.FirstOrDefaultAsync(g => g.Id == grantId, stop)
            ?? throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        grant.End(actorId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
