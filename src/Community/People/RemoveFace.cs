using Community.People.Retention;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>Somebody's picture goes; the initials stand for them again.</summary>
public sealed class RemoveFace(CommunityStore store)
{
    public Task Run(long personId, CancellationToken stop = default) =>
        store.Write(async db =>
        {
            await db.DemandUnheld(personId, stop);
            await db.Faces.Where(f => f.PersonId == personId).ExecuteDeleteAsync(stop);
        }, stop);
}
