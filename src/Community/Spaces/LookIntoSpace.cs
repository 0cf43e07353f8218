using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Spaces;

/// <summary>Puts on record that an administrator read in a Unit space without being its member.</summary>
public sealed class LookIntoSpace(CommunityStore store, TimeProvider clock)
{
    public Task Run(long personId, long spaceId, CancellationToken stop = default) => store.Write(async db =>
    {
        var space = await db.Spaces.FirstAsync(s => s.Id == spaceId, stop);
        space.TellLook(personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
