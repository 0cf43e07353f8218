using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>Ends one of a person's own tokens.</summary>
public sealed class RevokeToken(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">The person has no such token.</exception>
    public Task Run(long personId, long tokenId, CancellationToken stop = default) => store.Write(async db =>
    {
        var token = await db.ApiTokens.FirstOrDefaultAsync(t => t.Id == tokenId && t.PersonId == personId, stop)
            ?? throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        token.End(clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
