using Community.People;
using Community.Spaces;
using Community.Store;

namespace Community.Questions.Asking;

/// <summary>Says how often, and when, one wants to be asked.</summary>
public sealed class ChooseInvitations(CommunityStore store, TimeProvider clock)
{
    /// <param name="quietFrom">Minutes from midnight where the person is; null with <paramref name="quietUntil"/> for no quiet hours.</param>
    /// <param name="pausedUntil">Null: not paused.</param>
    /// <exception cref="RefusedException">A limit, an hour or a pause that cannot be.</exception>
    public Task Run(long personId, int mostOpen, int? quietFrom, int? quietUntil, DateTime? pausedUntil, CancellationToken stop = default) => store.Write(async db =>
    {
        if (!(await db.Viewer(personId, stop)).IsSignedIn) throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");

        await db.HoldPerson(personId, stop);
        var wishes = await db.InvitationWishes.FindAsync([personId], stop) ?? db.InvitationWishes.Add(new InvitationWishes(personId)).Entity;
        wishes.Set(mostOpen, quietFrom, quietUntil);
        wishes.Pause(pausedUntil, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
