using Community.Governance;
using Community.Spaces;
using Community.Store;

namespace Community.Questions.Promise;

/// <summary>Promises nothing any more: clocks that run go on, new questions have none.</summary>
public sealed class EndPromise(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not a steward or administrator.</exception>
    public Task Run(long personId, string slug, CancellationToken stop = default) => store.Write(async db =>
    {
        var space = await db.SpaceToChange(await db.Viewer(personId, stop), slug, Act.Charter, stop);
        if (await db.SpacePromises.FindAsync([space.Id], stop) is not { } promise) return;

        db.SpacePromises.Remove(promise);
        space.TellCharter("promise ended", personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
