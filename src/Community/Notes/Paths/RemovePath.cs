using Community.Spaces;
using Community.Store;

namespace Community.Notes.Paths;

/// <summary>Puts a path away, or brings it back. Nobody's progress is lost.</summary>
public sealed class RemovePath(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">No such path, or not this person's to keep.</exception>
    public Task Run(long personId, long pathId, bool isRemoved = true, CancellationToken stop = default) => store.Write(async db =>
    {
        var path = await db.PathToKeep(await db.Viewer(personId, stop), pathId, stop);

        path.Remove(isRemoved, personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
