using Community.Store;

namespace Community.Search.Saved;

/// <summary>Deletes a saved search, or brings it back within seven days.</summary>
public sealed class DeleteSearch(CommunityStore store, TimeProvider clock)
{
    /// <param name="isDeleted">False brings it back.</param>
    /// <exception cref="RefusedException">This person has no such search, or there are too many by now.</exception>
    public Task Run(long personId, long searchId, bool isDeleted = true, CancellationToken stop = default) => store.Write(async db =>
    {
        if (!isDeleted) await db.LockRow("People", "Id", personId, stop);
        var search = await db.SearchToChange(personId, searchId, stop);
        if (isDeleted) search.Delete(clock.Now());
        else if (search.DeletedAt is not null) await Restore(db, search, stop);
        await db.SaveChangesAsync(stop);
    }, stop);

    async Task Restore(CommunityContext db, SavedSearch search, CancellationToken stop)
    {
        await db.DemandRoomForSearch(search.PersonId, stop);
        search.Restore(clock.Now());
    }
}
