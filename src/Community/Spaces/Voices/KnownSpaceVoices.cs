using Community.Events;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Spaces.Voices;

/// <summary>How spaces like to be written in, in memory: every composer asks. Few spaces say so.</summary>
public sealed class KnownSpaceVoices : IForgets
{
    readonly CommunityStore store;
    readonly Recent recent;
    readonly Remembered<int, Dictionary<long, SpaceVoice>> known = new(1);

    public KnownSpaceVoices(CommunityStore store, Recent recent)
    {
        (this.store, this.recent) = (store, recent);
        recent.Tell(this);
    }

    /// <returns>Null for a space that says nothing.</returns>
    public async ValueTask<SpaceVoice?> Of(long spaceId)
    {
        await recent.CatchUp();
        if (!known.TryGet(0, out var kept))
        {
            var round = known.Round;
            kept = await store.Read(db => db.SpaceVoices.AsNoTracking().ToDictionaryAsync(v => v.SpaceId));
            known.Keep(0, kept, round);
        }

        return kept.GetValueOrDefault(spaceId);
    }

    void IForgets.Forget(Event happened)
    {
        if (happened.Kind == EventKind.GuardsChanged) known.ForgetAll();
    }

    void IForgets.ForgetAll() => known.ForgetAll();
}
