using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>Signs one of a person's own devices out.</summary>
public sealed class EndSession(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">The person has no such session.</exception>
    public Task Run(long personId, Guid sessionId, CancellationToken stop = default) => store.Write(async db =>
    {
        var session = await db.Sessions.FirstOrDefaultAsync(s => s.Id == sessionId && s.PersonId == personId, stop)
            ?? throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        session.End(clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
