using Community.Governance;
using Community.Notifications;
using Community.People;
using Community.Search.Saved;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Notifications;

/// <summary>Loads notices as their person sees them.</summary>
public sealed class NoticeLoading(CommunityContext db)
{
    const int GroupsAPage = 20;
    const int LinesAGroup = 4;

    /// <param name="before">Groups whose newest notice is older than this one.</param>
    public async Task<NoticesPage> Load(Viewer viewer, bool isDone, long? before)
    {
        var notices = db.NoticesFor(viewer).Where(n => (n.SeenAt != null) == isDone);
        var keys = await notices.GroupBy(n => new { n.TopicId, SpaceId = n.TopicId == null ? n.SpaceId : null })
            .Select(g => new { g.Key.TopicId, g.Key.SpaceId, NewestId = g.Max(n => n.Id), Count = g.Count() })
            .Where(g => before == null || g.NewestId < before)
            .OrderByDescending(g => g.NewestId).Take(GroupsAPage + 1)
            .Select(g => new Key(g.TopicId, g.SpaceId, g.NewestId, g.Count)).ToListAsync();
        var groups = new List<NoticeGroup>();
        foreach (var key in keys.Take(GroupsAPage)) groups.Add(await Group(notices, key, viewer));

        var next = keys.Count > GroupsAPage ? $"/notifications?{(isDone ? "for=done&" : "")}before={keys[GroupsAPage - 1].NewestId}" : null;
        var newest = await db.Notifications.Where(n => n.PersonId == viewer.PersonId).MaxAsync(n => (long?)n.Id) ?? 0;
        return new NoticesPage(isDone, await db.UnseenNoticesOf(viewer), groups, newest, next);
    }

    async Task<NoticeGroup> Group(IQueryable<Notification> notices, Key key, Viewer viewer)
    {
        var of = key.TopicId is null ? notices.Where(n => n.TopicId == null && n.SpaceId == key.SpaceId) : notices.Where(n => n.TopicId == key.TopicId);
        var lines = await Lines(of.Where(n => n.Id <= key.NewestId).OrderByDescending(n => n.Id).Take(LinesAGroup));
        var about = new NoticeSubject(key.TopicId, key.SpaceId);
        var spaces = db.Spaces;
        if (key.TopicId is null)
        {
            var space = await spaces.Where(s => s.Id == key.SpaceId).Select(s => new { s.Slug, s.Name }).FirstAsync();
            return new NoticeGroup(about, null, space.Name, $"/spaces/{space.Slug}", space.Name, lines, key.Count - lines.Count);
        }

        var topic = await db.Topics.Where(t => t.Id == key.TopicId)
            .Select(t => new { t.Id, t.Kind, t.Title, t.Standing, t.AuthorId, Space = spaces.Where(s => s.Id == t.SpaceId).Select(s => s.Name).First() }).FirstAsync();
        var title = Readable.By(viewer, topic.Standing, topic.AuthorId) ? topic.Title : null;
        return new NoticeGroup(about, topic.Kind, title, TopicAddress.Of(topic.Kind, topic.Id, title), topic.Space, lines, key.Count - lines.Count);
    }

    async Task<IReadOnlyList<NoticeLine>> Lines(IQueryable<Notification> notices)
    {
        var (people, posts, revisions) = (db.People, db.Posts, db.Revisions);
        NoticeKind[] ofOthers = [NoticeKind.Accepted, NoticeKind.Appointed, NoticeKind.NoteDue, NoticeKind.NoteDoubted, NoticeKind.DoubtAnswered, NoticeKind.MaskLooked, NoticeKind.AlsoAccepted];
        var (finds, searches) = (db.SearchFinds, db.SavedSearches);
        var rows = await notices.Select(n => new
        {
            n.Kind,
            n.EventId,
            n.PersonId,
            n.PostId,
            n.ActorId,
            n.At,
            Actor = people.Where(p => p.Id == n.ActorId).Select(p => p.Name).FirstOrDefault(),
            IsUnnamed = n.Kind == NoticeKind.Failed || n.Kind == NoticeKind.Heeded || n.Kind == NoticeKind.AlsoAccepted ? posts.Any(p => p.TopicId == n.TopicId && p.AuthorId == n.ActorId && p.UnnamedAt != null) : !ofOthers.Contains(n.Kind) && posts.Any(p => p.Id == n.PostId && p.UnnamedAt != null),
            Html = posts.Where(p => p.Id == n.PostId).SelectMany(p => revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber), (p, r) => r.Html).FirstOrDefault(),
        }).ToListAsync();

        var events = rows.Where(row => row.Kind == NoticeKind.Found).Select(row => row.EventId).ToList();
        var found = events.Count == 0 ? [] : await finds.Where(f => events.Contains(f.EventId) && f.IsTold).Join(searches.Where(s => s.PersonId == rows[0].PersonId && s.DeletedAt == null), f => f.SearchId, s => s.Id, (f, s) => new { f.EventId, f.IsLast, s.Id, s.Name, s.Text, s.Tag })
            .OrderBy(f => f.Id).ToListAsync();
        var own = await new NoticeSubjects(db).Of(rows.Where(row => row.Kind is NoticeKind.Failed or NoticeKind.Heeded or NoticeKind.Due).Select(row => row.EventId).ToList());
        return rows.ConvertAll(row => new NoticeLine(row.Kind, row.IsUnnamed ? null : row.ActorId, row.IsUnnamed ? null : row.Actor,
            own.TryGetValue(row.EventId, out var subject) ? subject.Words : row.Html is null || ofOthers.Contains(row.Kind) || row.Kind is NoticeKind.Distilled or NoticeKind.Suggested or NoticeKind.Decided ? null : NoticeExcerpt.Of(row.Html), subject?.Address ?? (row.PostId is not { } postId ? "" : row.Kind is NoticeKind.Suggested or NoticeKind.Decided ? $"/posts/{postId}/suggestions" : TopicAddress.Permalink(postId)), row.At)
        {
            Searches = row.Kind != NoticeKind.Found ? [] : [.. found.Where(f => f.EventId == row.EventId).Select(f => new NoticeSearch(f.Name.Length > 0 ? f.Name : f.Text.Length > 0 ? f.Text : f.Tag ?? "", f.IsLast))],
        });
    }

    sealed record Key(long? TopicId, long? SpaceId, long NewestId, int Count);
}
