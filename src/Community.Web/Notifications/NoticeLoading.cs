using Community.Governance;
using Community.Notifications;
using Community.People;
using Community.Search.Saved;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Watching;
using Community.Web.Topics;
using Community.Web.Watching;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Notifications;

/// <summary>Loads notices as their person sees them.</summary>
public sealed class NoticeLoading(CommunityContext db, TimeProvider clock)
{
    const int GroupsAPage = 20;
    const int LinesAGroup = 4;

    /// <summary>So many of a group are looked at to make its lines.</summary>
    const int LookedAt = 60;

    static readonly NoticeKind[] OfOthers = [NoticeKind.Accepted, NoticeKind.Appointed, NoticeKind.NoteDue, NoticeKind.NoteDoubted, NoticeKind.DoubtAnswered, NoticeKind.MaskLooked, NoticeKind.AlsoAccepted, NoticeKind.Closed, NoticeKind.NoteRevised, NoticeKind.Held, NoticeKind.Judged, NoticeKind.JudgingLate, NoticeKind.GuestEnding, NoticeKind.GuestAlone, NoticeKind.StepYours, NoticeKind.RunLate, NoticeKind.ReplyProposed, NoticeKind.ReplyDecided, NoticeKind.PolicyAsks, .. Enum.GetValues<NoticeKind>().Where(kind => kind.IsOfActs)];
    internal static readonly NoticeKind[] OfSubjects = [NoticeKind.Failed, NoticeKind.Heeded, NoticeKind.Due, NoticeKind.Held, NoticeKind.Judged, NoticeKind.JudgingLate, NoticeKind.GuestEnding, NoticeKind.GuestAlone, NoticeKind.StepYours, NoticeKind.RunLate, NoticeKind.ReplyProposed, NoticeKind.ReplyDecided, NoticeKind.PolicyAsks];

    /// <param name="before">Groups whose newest notice is older than this one.</param>
    public async Task<NoticesPage> Load(Viewer viewer, NoticeTab tab, long? before)
    {
        var now = clock.Now();
        var notices = tab switch { NoticeTab.Done => db.NoticesFor(viewer).Where(n => n.SeenAt != null), NoticeTab.Later => db.NoticesPutOff(viewer, now), _ => db.NoticesToSee(viewer, now) };
        var keys = await notices.GroupBy(n => new { n.TopicId, SpaceId = n.TopicId == null ? n.SpaceId : null })
            .Select(g => new { g.Key.TopicId, g.Key.SpaceId, NewestId = g.Max(n => n.Id), Count = g.Count() })
            .Where(g => before == null || g.NewestId < before)
            .OrderByDescending(g => g.NewestId).Take(GroupsAPage + 1)
            .Select(g => new Key(g.TopicId, g.SpaceId, g.NewestId, g.Count)).ToListAsync();
        var shown = keys.Take(GroupsAPage).ToList();
        var why = await Following(viewer, shown);
        var groups = new List<NoticeGroup>();
        foreach (var key in shown) groups.Add(await Group(notices, key, viewer, why));

        var next = keys.Count > GroupsAPage ? $"/notifications?{(tab == NoticeTab.ToSee ? "" : $"for={tab.ToString().ToLowerInvariant()}&")}before={keys[GroupsAPage - 1].NewestId}" : null;
        var newest = await db.Notifications.Where(n => n.PersonId == viewer.PersonId).MaxAsync(n => (long?)n.Id) ?? 0;
        return new NoticesPage(tab, await db.UnseenNoticesOf(viewer, now), await db.NoticesPutOff(viewer, now).CountAsync(), groups, newest, next);
    }

    public async Task<MutedPage> Muted(Viewer viewer, IReadOnlyList<WatchMenu> rows) => new(rows, await db.UnseenNoticesOf(viewer, clock.Now()), await db.NoticesPutOff(viewer, clock.Now()).CountAsync());

    /// <summary>Why what is followed comes: what the person chose for the topic, or that they wrote in it.</summary>
    async Task<Dictionary<long, Followed>> Following(Viewer viewer, List<Key> keys)
    {
        var ids = keys.Select(key => key.TopicId).OfType<long>().ToList();
        var chosen = await db.Watches.Where(w => w.PersonId == viewer.PersonId && w.TopicId != null && ids.Contains(w.TopicId.Value)).Select(w => new { w.TopicId, w.Level }).ToDictionaryAsync(w => w.TopicId!.Value, w => w.Level);
        var (own, mentions) = (viewer.OwnIds.ToList(), db.Mentions);
        var wrote = await db.Posts.Where(p => ids.Contains(p.TopicId) && (own.Contains(p.AuthorId) || mentions.Any(m => m.PostId == p.Id && m.PersonId == viewer.PersonId))).Select(p => p.TopicId).Distinct().ToListAsync();
        return ids.ToDictionary(id => id, id => chosen.TryGetValue(id, out var level) ? level == WatchLevel.Watch ? Followed.Watched : Followed.Chosen : wrote.Contains(id) ? Followed.ByWriting : Followed.Around);
    }

    async Task<NoticeGroup> Group(IQueryable<Notification> notices, Key key, Viewer viewer, Dictionary<long, Followed> why)
    {
        var of = key.TopicId is null ? notices.Where(n => n.TopicId == null && n.SpaceId == key.SpaceId) : notices.Where(n => n.TopicId == key.TopicId);
        var heads = await of.Where(n => n.Id <= key.NewestId).OrderByDescending(n => n.Id).Take(LookedAt).Select(n => new Head(n.Id, n.Kind, n.IsQuiet, n.PostId, n.ActorId, n.LaterAt)).ToListAsync();
        var posted = heads.FindAll(head => head.Kind == NoticeKind.Posted);
        var folded = posted.Count > 1 ? posted.Skip(1).Select(head => head.Id).ToHashSet() : [];
        var ids = heads.Where(head => !folded.Contains(head.Id)).Take(LinesAGroup).Select(head => head.Id).ToList();
        var lines = await Lines(of.Where(n => ids.Contains(n.Id)).OrderByDescending(n => n.Id), folded.Count == 0 ? [] : posted);
        var about = new NoticeSubject(key.TopicId, key.SpaceId);
        var more = key.Count - lines.Sum(line => line.Posts);
        var isToYou = heads.Exists(head => head.Kind is not (NoticeKind.Posted or NoticeKind.NoteRevised) && !head.IsQuiet);
        DateTime? later = heads.Max(head => head.LaterAt);
        var spaces = db.Spaces;
        if (key is { TopicId: null, SpaceId: null }) return new NoticeGroup(about, null, null, "/acts", "", lines, more) { IsToYou = isToYou, LaterAt = later };
        if (key.TopicId is not { } topicId)
        {
            var space = await spaces.Where(s => s.Id == key.SpaceId).Select(s => new { s.Slug, s.Name }).FirstAsync();
            return new NoticeGroup(about, null, space.Name, $"/spaces/{space.Slug}", space.Name, lines, more) { IsToYou = isToYou, LaterAt = later };
        }

        var topic = await db.Topics.Where(t => t.Id == topicId)
            .Select(t => new { t.Id, t.Kind, t.Title, t.Standing, t.AuthorId, Space = spaces.Where(s => s.Id == t.SpaceId).Select(s => s.Name).First() }).FirstAsync();
        var title = Readable.By(viewer, topic.Standing, topic.AuthorId) ? topic.Title : null;
        return new NoticeGroup(about, topic.Kind, title, TopicAddress.Of(topic.Kind, topic.Id, title), topic.Space, lines, more) { IsToYou = isToYou, LaterAt = later, Followed = why[topicId] };
    }

    /// <param name="posted">What stands in one line because it only says that somebody wrote; empty where there is at most one.</param>
    async Task<IReadOnlyList<NoticeLine>> Lines(IQueryable<Notification> notices, List<Head> posted)
    {
        var (people, posts, revisions) = (db.People, db.Posts, db.Revisions);
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
            IsUnnamed = n.Kind == NoticeKind.Failed || n.Kind == NoticeKind.Heeded || n.Kind == NoticeKind.AlsoAccepted || n.Kind == NoticeKind.Closed ? posts.Any(p => p.TopicId == n.TopicId && p.AuthorId == n.ActorId && p.UnnamedAt != null) : !OfOthers.Contains(n.Kind) && posts.Any(p => p.Id == n.PostId && p.UnnamedAt != null),
            Html = posts.Where(p => p.Id == n.PostId).SelectMany(p => revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber), (p, r) => r.Html).FirstOrDefault(),
        }).ToListAsync();

        var events = rows.Where(row => row.Kind == NoticeKind.Found).Select(row => row.EventId).ToList();
        var found = events.Count == 0 ? [] : await finds.Where(f => events.Contains(f.EventId) && f.IsTold).Join(searches.Where(s => s.PersonId == rows[0].PersonId && s.DeletedAt == null), f => f.SearchId, s => s.Id, (f, s) => new { f.EventId, f.IsLast, s.Id, s.Name, s.Text, s.Tag })
            .OrderBy(f => f.Id).ToListAsync();
        var own = await new NoticeSubjects(db).Of(rows.Where(row => OfSubjects.Contains(row.Kind)).Select(row => row.EventId).ToList());
        return rows.ConvertAll(row =>
        {
            var fold = row.Kind == NoticeKind.Posted && posted.Count > 1;
            var postId = fold ? posted[^1].PostId : row.PostId;
            var subject = own.GetValueOrDefault(row.EventId);
            var address = Address(row.Kind, postId, subject) ?? "";
            var words = subject is not null ? subject.Words : row.Html is null || fold || OfOthers.Contains(row.Kind) || row.Kind is NoticeKind.Distilled or NoticeKind.Suggested or NoticeKind.Decided ? null : NoticeExcerpt.Of(row.Html);
            return new NoticeLine(row.Kind, row.IsUnnamed ? null : row.ActorId, row.IsUnnamed ? null : row.Actor, words, address, row.At)
            {
                Posts = fold ? posted.Count : 1,
                Others = fold ? posted.Select(head => head.ActorId).Distinct().Count() - 1 : 0,
                Searches = row.Kind != NoticeKind.Found ? [] : [.. found.Where(f => f.EventId == row.EventId).Select(f => new NoticeSearch(f.Name.Length > 0 ? f.Name : f.Text.Length > 0 ? f.Text : f.Tag ?? "", f.IsLast))],
            };
        });
    }

    /// <summary>Where a notice leads; null to its topic or space.</summary>
    internal static string? Address(NoticeKind kind, long? postId, NoticeWords? subject) =>
        subject?.Address ?? (kind.IsOfActs ? kind == NoticeKind.FlagsDecided ? "/flags" : "/acts" : postId is not { } id ? null : kind is NoticeKind.Suggested or NoticeKind.Decided ? $"/posts/{id}/suggestions" : TopicAddress.Permalink(id));

    sealed record Key(long? TopicId, long? SpaceId, long NewestId, int Count);

    sealed record Head(long Id, NoticeKind Kind, bool IsQuiet, long? PostId, long? ActorId, DateTime? LaterAt);
}
