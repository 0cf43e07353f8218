using Community.Events;
using Community.People;
using Community.Policies;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications;

/// <summary>Notices to those who are asked to know a policy and have not said so; nobody has two of the same policy to see.</summary>
static class PolicyNotices
{
    public static async Task Tell(CommunityContext db, Event happened, CancellationToken stop)
    {
        var policy = await db.Policies.AsNoTracking().Include(p => p.Versions).FirstOrDefaultAsync(p => p.Id == happened.SubjectId, stop);
        if (policy?.Asking(await db.Today(happened.At, stop)) is not { } version) return;

        var (events, notices) = (db.Events, db.Notifications);
        var people = await db.MissingFrom(policy.Id, version.Number)
            .Where(p => !notices.Any(n => n.PersonId == p.Id && n.Kind == NoticeKind.PolicyAsks && (n.EventId == happened.Id || n.SeenAt == null && events.Any(e => e.Id == n.EventId && e.SubjectId == policy.Id))))
            .Select(p => p.Id).ToListAsync(stop);
        db.Notifications.AddRange(people.Order().Select(personId => new Notification(personId, NoticeKind.PolicyAsks, happened.Id, null, null, null, null, happened.At)));
    }
}
