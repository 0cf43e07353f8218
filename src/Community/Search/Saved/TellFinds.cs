using Community.Events;
using Community.Notifications;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Search.Saved;

/// <summary>
/// Follows the log and leaves a notice where something new fits a saved search: once for a topic and search, a few a day and search, never for one's own posts or topics, and only of what its owner may see when the
/// notice is made; pages ask again. What fits is found out before the transaction; in it stand the rows that decide.
/// </summary>
public sealed class TellFinds(CommunityStore store, Percolation percolation, TimeProvider clock) : StoredConsumer(store, clock)
{
    const int EffectsAStep = 500;

    readonly CommunityStore store = store;
    readonly TimeProvider clock = clock;

    ILookup<long, FoundPost> found = Enumerable.Empty<FoundPost>().ToLookup(one => one.EventId);

    public override string Name => "saved-searches";

    protected override async Task Prepare(IReadOnlyList<Event> ahead, CancellationToken stop)
    {
        var all = await percolation.Of(ahead, stop);
        found = all.ToLookup(one => one.EventId);
        // More than one transaction should hold: the first go ahead. Each find is a row with a key of its own, so that doing it again does nothing.
        foreach (var some in all.SkipLast(EffectsAStep).Chunk(EffectsAStep)) await store.Write(db => Save(db, some, stop), stop);
    }

    protected override Task Apply(CommunityContext db, Event happened, CancellationToken stop) => found.Contains(happened.Id) ? Tell(db, [.. found[happened.Id]], stop) : Task.CompletedTask;

    async Task Save(CommunityContext db, FoundPost[] some, CancellationToken stop)
    {
        foreach (var of in some.GroupBy(one => one.EventId)) await Tell(db, [.. of], stop);
        await db.SaveChangesAsync(stop);
    }

    async Task Tell(CommunityContext db, FoundPost[] some, CancellationToken stop)
    {
        var (ids, topicIds, postIds, people) = (some.Select(one => one.SearchId).ToList(), some.Select(one => one.TopicId).Distinct().ToList(), some.Select(one => one.PostId).Distinct().ToList(), some.Select(one => one.PersonId).Distinct().ToList());
        var since = await db.SavedSearches.AsNoTracking().Where(s => ids.Contains(s.Id) && s.AlertSince != null && s.DeletedAt == null).ToDictionaryAsync(s => s.Id, s => s.AlertSince, stop);
        var known = (await db.SearchFinds.Where(f => ids.Contains(f.SearchId) && topicIds.Contains(f.TopicId)).Select(f => new { f.SearchId, f.TopicId }).ToListAsync(stop)).Select(f => (f.SearchId, f.TopicId)).ToHashSet();
        var today = clock.Now().Date;
        var told = await db.SearchFinds.Where(f => ids.Contains(f.SearchId) && f.IsTold && f.At >= today).GroupBy(f => f.SearchId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var viewers = await db.Viewers(people, stop);
        var posts = await db.Posts.AsNoTracking().Where(p => postIds.Contains(p.Id) && p.Standing == Standing.Published && p.Topic.Standing == Standing.Published)
            .Select(p => new { p.Id, p.TopicId, p.Topic.SpaceId, p.AuthorId, p.CreatedAt, StarterId = p.Topic.AuthorId }).ToDictionaryAsync(p => p.Id, stop);
        var heard = (await db.Notifications.Where(n => n.PostId != null && postIds.Contains(n.PostId.Value) && people.Contains(n.PersonId)).Select(n => new { n.PersonId, n.PostId }).ToListAsync(stop)).Select(n => (n.PersonId, n.PostId!.Value)).ToHashSet();
        foreach (var before in db.SearchFinds.Local)
        {
            if (!known.Add((before.SearchId, before.TopicId)) || !before.IsTold) continue;
            told[before.SearchId] = told.GetValueOrDefault(before.SearchId) + 1;
        }

        heard.UnionWith(db.Notifications.Local.Where(n => n.PostId is not null).Select(n => (n.PersonId, n.PostId!.Value)));
        foreach (var one in some)
        {
            if (!posts.TryGetValue(one.PostId, out var post) || !viewers.TryGetValue(one.PersonId, out var viewer) || !viewer.CanRead(post.SpaceId)) continue;
            if (!since.TryGetValue(one.SearchId, out var from) || post.CreatedAt < from || viewer.Is(post.AuthorId) || viewer.Is(post.StarterId)) continue;
            if (!known.Add((one.SearchId, post.TopicId))) continue;

            var find = db.SearchFinds.Add(new SearchFind(one.SearchId, one, told.GetValueOrDefault(one.SearchId), clock.Now())).Entity;
            if (!find.IsTold) continue;

            told[one.SearchId] = told.GetValueOrDefault(one.SearchId) + 1;
            if (heard.Add((one.PersonId, one.PostId))) db.Notifications.Add(new Notification(one.PersonId, NoticeKind.Found, one.EventId, post.TopicId, one.PostId, post.SpaceId, post.AuthorId, clock.Now()));
        }
    }
}
