using Community.Store;

namespace Community.People;

/// <summary>Somebody says in which zone times are shown, and whether single keys do something.</summary>
public sealed class ChoosePreferences(CommunityStore store, TimeProvider clock)
{
    /// <param name="zone">IANA name; empty follows the browser.</param>
    /// <exception cref="RefusedException">The zone is not known.</exception>
    public Task Run(long personId, string? zone, bool keysOff, CancellationToken stop = default) => store.Write(async db =>
    {
        (await db.PersonToChange(personId, stop)).Prefer(string.IsNullOrWhiteSpace(zone) ? null : zone, keysOff, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
