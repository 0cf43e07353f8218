using Community.Store;

namespace Community.People;

/// <summary>Somebody says in which zone times are shown, whether single keys do something, and whether it shows in topics that they are here.</summary>
public sealed class ChoosePreferences(CommunityStore store, TimeProvider clock)
{
    /// <param name="zone">IANA name; empty follows the browser.</param>
    /// <param name="showsPresence">Who shows it sees who else does; who does not sees nobody.</param>
    /// <exception cref="RefusedException">The zone is not known.</exception>
    public Task Run(long personId, string? zone, bool keysOff, bool showsPresence, CancellationToken stop = default) => store.Write(async db =>
    {
        (await db.PersonToChange(personId, stop)).Prefer(string.IsNullOrWhiteSpace(zone) ? null : zone, keysOff, showsPresence, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
