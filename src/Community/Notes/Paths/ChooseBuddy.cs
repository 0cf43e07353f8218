using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Paths;

/// <summary>Shows one's progress on all paths to one colleague, instead of whoever saw it before; or to nobody any more.</summary>
public sealed class ChooseBuddy(CommunityStore store, TimeProvider clock)
{
    /// <param name="buddyId">Null ends it.</param>
    /// <exception cref="RefusedException">There is no such colleague for this person, or it is the person.</exception>
    public Task Run(long personId, long? buddyId, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.LockRow("People", "Id", personId, stop);
        var viewer = await db.Viewer(personId, stop);
        if (!viewer.IsSignedIn) throw new RefusedException(Refusal.NotFound, "Sign in first.");
        if (buddyId == personId) throw new RefusedException(Refusal.Invalid, "You see your own progress anyway. Choose a colleague.") { Field = "Buddy" };
        if (buddyId is { } id)
        {
            var (memberships, shared) = (db.Memberships, viewer.ReadableSpaceIds.Where(viewer.IsMemberOf).ToList());
            var isKnown = (await db.Viewer(id, stop)).IsSignedIn && (viewer.IsStaff || await memberships.AnyAsync(m => m.PersonId == id && shared.Contains(m.SpaceId), stop));
            if (!isKnown) throw new RefusedException(Refusal.NotFound, "Nobody here is called that, or more than one are. Write the whole name or the mail address.") { Field = "Buddy" };
        }

        var before = await db.BuddyChoices.FindAsync([personId], stop);
        if (before?.BuddyId == buddyId) return;

        if (before is not null) db.BuddyChoices.Remove(before);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        if (buddyId is { } chosen) db.BuddyChoices.Add(new BuddyChoice(personId, chosen, clock.Now()));
        await db.SaveChangesAsync(stop);
    }, stop);
}
