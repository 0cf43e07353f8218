using Community.Events;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Moderating;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications;

/// <summary>Notices of what those who moderate did: to the one concerned, and to those who flagged. None says who did it; the page that it leads to says why.</summary>
static class ActNotices
{
    public static Task Tell(CommunityContext db, Event happened, CancellationToken stop) => happened.Kind switch
    {
        EventKind.FlagsDecided => TellFlaggers(db, happened, stop),
        EventKind.AppealJudged => TellAppellant(db, happened, stop),
        EventKind.Suspended or EventKind.SuspensionEnded => TellSuspended(db, happened, stop),
        // What was erased because its author took it back, the author knows.
        EventKind.Erased when happened.ActorId is null => Task.CompletedTask,
        _ => TellAuthor(db, happened, stop),
    };

    static async Task TellAuthor(CommunityContext db, Event happened, CancellationToken stop)
    {
        var authorId = await db.Posts.Where(p => p.Id == happened.SubjectId).Select(p => (long?)p.AuthorId).FirstOrDefaultAsync(stop);
        if (authorId is { } author) await Leave(db, happened, happened.Kind == EventKind.Reinstated ? NoticeKind.BroughtBack : NoticeKind.TakenOut, [author], happened.SubjectId, stop);
    }

    static async Task TellFlaggers(CommunityContext db, Event happened, CancellationToken stop)
    {
        var flags = await db.Flags.AsNoTracking().Where(f => f.CaseId == happened.SubjectId).Select(f => new { f.PersonId, f.Case.PostId }).ToListAsync(stop);
        if (flags.Count > 0) await Leave(db, happened, NoticeKind.FlagsDecided, flags.Select(f => f.PersonId), flags[0].PostId, stop);
    }

    static async Task TellAppellant(CommunityContext db, Event happened, CancellationToken stop)
    {
        var appeal = await db.Appeals.AsNoTracking().Where(a => a.Id == happened.SubjectId).Select(a => new { a.PersonId, PostId = a.Removal == null ? (long?)null : a.Removal.PostId }).FirstOrDefaultAsync(stop);
        if (appeal is not null) await Leave(db, happened, NoticeKind.AppealJudged, [appeal.PersonId], appeal.PostId, stop);
    }

    static async Task TellSuspended(CommunityContext db, Event happened, CancellationToken stop)
    {
        var personId = await db.Suspensions.Where(s => s.Id == happened.SubjectId).Select(s => (long?)s.PersonId).FirstOrDefaultAsync(stop);
        if (personId is { } id) await Leave(db, happened, NoticeKind.Suspended, [id], null, stop);
    }

    static async Task Leave(CommunityContext db, Event happened, NoticeKind kind, IEnumerable<long> people, long? postId, CancellationToken stop)
    {
        var wanted = new NoticesWanted();
        wanted.Add(kind, people);
        var heard = await db.Notifications.Where(n => n.EventId == happened.Id && n.Kind == kind).Select(n => n.PersonId).ToListAsync(stop);
        var ids = (await wanted.Without(db, heard, stop)).Kinds.Keys.Where(id => id != happened.ActorId).ToList();
        var here = await db.People.Where(p => ids.Contains(p.Id) && p.ClosedAt == null && !p.IsImported).Select(p => p.Id).ToListAsync(stop);
        var place = postId is null ? null : await db.Posts.Where(p => p.Id == postId).Select(p => new { p.TopicId, p.Topic.SpaceId }).FirstOrDefaultAsync(stop);
        var viewers = place is null ? null : await db.Viewers(here, stop);
        foreach (var personId in here.Where(id => viewers is null || viewers.TryGetValue(id, out var viewer) && viewer.CanRead(place!.SpaceId)).Order())
            db.Notifications.Add(new Notification(personId, kind, happened.Id, place?.TopicId, postId, place?.SpaceId, null, happened.At));
    }
}
