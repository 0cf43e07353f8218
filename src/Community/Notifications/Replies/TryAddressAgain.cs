using Community.Notifications.Mailing;
using Community.People;
using Community.Spaces;
using Community.Store;

namespace Community.Notifications.Replies;

/// <summary>Letters go to an address again from which some came back: its person says so, or an administrator.</summary>
public sealed class TryAddressAgain(CommunityStore store)
{
    /// <param name="personId">Whose letters.</param>
    /// <exception cref="RefusedException">Somebody else's.</exception>
    public Task Run(long actorId, long personId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(actorId, stop);
        if (actorId != personId && !viewer.IsAdministrator) throw new RefusedException(Refusal.NotFound, "There is nobody of that number.");

        await db.PersonToChange(personId, stop);
        (await db.WishesToChange(personId, stop)).TryAgain();
        await db.SaveChangesAsync(stop);
    }, stop);
}
