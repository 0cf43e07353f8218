using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>Notes that a device is still in use.</summary>
public sealed class SeeSession(CommunityStore store, TimeProvider clock)
{
    public Task Run(Guid sessionId, CancellationToken stop = default) => store.Write(async db =>
    {
        if (await db.Sessions.FirstOrDefaultAsync(s => s.Id == sessionId, stop) is not { } session) return;

        session.Seen(clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
