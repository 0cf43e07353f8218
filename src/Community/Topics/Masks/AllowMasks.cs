using Community.Governance;
using Community.Spaces;
using Community.Store;

namespace Community.Topics.Masks;

/// <summary>Says whether a space takes questions without a name. What was asked so stays so.</summary>
public sealed class AllowMasks(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not a steward or administrator.</exception>
    public Task Run(long personId, string slug, bool isAllowed, CancellationToken stop = default) => store.Write(async db =>
    {
        var space = await db.SpaceToChange(await db.Viewer(personId, stop), slug, Act.Charter, stop);
        var standing = await db.MaskRules.FindAsync([space.Id], stop);
        if (isAllowed == standing is not null) return;

        if (standing is null) db.MaskRules.Add(new MaskRule(space.Id, personId, clock.Now()));
        else db.MaskRules.Remove(standing);
        space.TellCharter(isAllowed ? "questions without a name allowed" : "questions without a name not allowed", personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
