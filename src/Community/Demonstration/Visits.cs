using Community.Notifications;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Demonstration;

/// <summary>People read what is new, and leave something for later.</summary>
sealed class Visits(CommunityStore store, MarkRead mark, SeeNotices see, NotifyPeople notify)
{
    public void Plan(Plan plan, Library library, Calendar calendar, Cast cast)
    {
        foreach (var (place, somebody) in library.People.Index())
        {
            plan.Add(calendar.Ago(somebody.Visit), stop =>
            {
                cast.Leave(somebody.Id);
                return Read(cast.Person(somebody.Id), place, somebody.LeavesOneIn, stop);
            });
        }
    }

    /// <summary>The notices of what was read are seen ones; the others ring the bell.</summary>
    public async Task SeeRead(Library library, Cast cast, CancellationToken stop)
    {
        while (await notify.Step(stop))
        {
        }

        foreach (var somebody in library.People)
        {
            var personId = cast.Person(somebody.Id);
            var read = await store.Read(async db =>
            {
                var marks = db.ReadMarks;
                return await db.Notifications.AsNoTracking().Where(n => n.PersonId == personId && (n.TopicId == null || marks.Any(m => m.PersonId == personId && m.TopicId == n.TopicId && m.PostId >= n.PostId && m.At >= n.At)))
                    .Select(n => new { n.Id, Subject = n.TopicId == null ? new NoticeSubject(null, n.SpaceId ?? 0) : new NoticeSubject(n.TopicId, null) }).ToListAsync(stop);
            });
            foreach (var about in read.GroupBy(notice => notice.Subject)) await see.Run(personId, about.Max(notice => notice.Id), about.Key, stop: stop);
        }
    }

    async Task Read(long personId, int place, int leaves, CancellationToken stop)
    {
        var newest = await store.Read(async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var posts = db.Posts;
            return await db.Topics.ListedFor(viewer).OrderBy(t => t.Id).Select(t => new { t.Id, PostId = posts.Where(p => p.TopicId == t.Id).Max(p => p.Id), IsOwn = posts.Any(p => p.TopicId == t.Id && p.AuthorId == personId) }).ToListAsync(stop);
        });
        foreach (var topic in newest.Where(topic => topic.IsOwn || (topic.Id + place) % leaves != 0)) await mark.Run(personId, topic.Id, topic.PostId, stop);
    }
}
