using Community.Events;
using Community.Governance;
using Community.People.Guests;
using Community.Spaces;
using Community.Spaces.Guests;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications;

/// <summary>Notices of guests: to who answers for them, that their time is over soon; to who could come in the place of a sponsor who left.</summary>
static class GuestNotices
{
    public static async Task Tell(CommunityContext db, Event happened, CancellationToken stop)
    {
        if (await db.Sponsorships.AsNoTracking().FirstOrDefaultAsync(s => s.PersonId == happened.SubjectId && s.EndedAt == null, stop) is not { } sponsorship) return;

        var isAlone = happened.Kind == EventKind.GuestAlone;
        var people = isAlone ? await db.SuccessorsFor(sponsorship.PersonId, stop) : [sponsorship.SponsorId];
        var heard = await db.Notifications.Where(n => n.EventId == happened.Id).Select(n => n.PersonId).ToListAsync(stop);
        var spaces = await db.Memberships.Where(m => m.PersonId == sponsorship.PersonId).OrderBy(m => m.SpaceId).Select(m => m.SpaceId).ToListAsync(stop);
        foreach (var (personId, viewer) in await db.Viewers([.. people.Except(heard)], stop))
        {
            // A notice stands under a space that its reader reads: one of the guest's, where there is one.
            if (Under(viewer, spaces) is not { } spaceId) continue;

            var wanted = new NoticesWanted();
            wanted.Add(isAlone ? NoticeKind.GuestAlone : NoticeKind.GuestEnding, [personId]);
            await NotifyPeople.Notify(db, happened, await wanted.Without(db, [], stop), null, null, spaceId, stop);
        }
    }

    static long? Under(Viewer viewer, List<long> spaces)
    {
        foreach (var id in spaces.Concat(viewer.ReadableSpaceIds.Order()))
            if (viewer.CanRead(id)) return id;

        return null;
    }
}
