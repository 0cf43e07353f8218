using Community.Governance;
using Community.Store;

namespace Community.Spaces;

/// <summary>Changes a space's name, purpose and tier.</summary>
public sealed class RecharterSpace(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not a steward or administrator, or a field cannot be taken.</exception>
    public Task Run(long personId, string slug, string name, string purpose, Tier tier, CancellationToken stop = default) => store.Write(async db =>
    {
        var space = await db.SpaceToChange(await db.Viewer(personId, stop), slug, Act.Charter, stop);

        space.Recharter(name, purpose, tier, personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
