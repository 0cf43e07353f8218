using Community.Store;

namespace Community.Search.Saved;

/// <summary>Calls a saved search otherwise, and says whether it tells of what is new.</summary>
public sealed class ChangeSearch(CommunityStore store, TimeProvider clock)
{
    /// <param name="name">Null leaves it; an empty one lets the search be called by what it looks for.</param>
    /// <param name="isAlerting">Null leaves it.</param>
    /// <exception cref="RefusedException">This person has no such search.</exception>
    public Task Run(long personId, long searchId, string? name = null, bool? isAlerting = null, CancellationToken stop = default) => store.Write(async db =>
    {
        var search = await db.SearchToChange(personId, searchId, stop);
        if (name is not null) search.Rename(name, clock.Now());
        if (isAlerting is { } isOn) search.Alert(isOn, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
