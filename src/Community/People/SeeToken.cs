using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>Notes that a token is in use.</summary>
public sealed class SeeToken(CommunityStore store, TimeProvider clock)
{
    public Task Run(long tokenId, CancellationToken stop = default) => store.Write(async db =>
    {
        // Many requests may have asked for this before the first of them was done.
        if (await db.ApiTokens.FirstOrDefaultAsync(t => t.Id == tokenId, stop) is not { } token || token.WasSeenLately(clock.Now())) return;

        token.Seen(clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
