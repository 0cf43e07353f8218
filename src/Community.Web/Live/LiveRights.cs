using Community.Governance;
using Community.Spaces;
using Community.Store;

namespace Community.Web.Live;

/// <summary>The present rights of those who watch, at most half a second old, and forgotten at once when the log says that rights changed.</summary>
sealed class LiveRights(ContextFactory contexts, KnownCommunity community, TimeProvider clock)
{
    /// <summary>So many are looked up one by one, in memory; more are loaded together.</summary>
    const int MostKnown = 64;

    static readonly TimeSpan Lifetime = TimeSpan.FromMilliseconds(500);
    static readonly Viewer Nobody = new(null, null, []);

    Dictionary<long, Viewer> viewers = [];
    DateTime loadedAt;

    public void Forget() => viewers = [];

    /// <summary>The viewers for these people and perhaps others; somebody closed or unknown sees nothing. Called by one thread.</summary>
    public async Task<IReadOnlyDictionary<long, Viewer>> Of(IReadOnlyCollection<long> personIds, CancellationToken stop)
    {
        if (clock.Now() - loadedAt > Lifetime)
        {
            viewers = [];
            loadedAt = clock.Now();
        }

        var missing = personIds.Where(id => !viewers.ContainsKey(id)).ToList();
        if (missing.Count == 0) return viewers;

        if (missing.Count <= MostKnown)
        {
            foreach (var id in missing) viewers[id] = (await community.Person(id))?.Viewer ?? Nobody;
            return viewers;
        }

        await using var db = contexts.Create();
        var loaded = await db.Viewers(missing, stop);
        foreach (var id in missing) viewers[id] = loaded.GetValueOrDefault(id, Nobody);
        return viewers;
    }
}
