using System.Globalization;
using Community.Governance;
using Community.People;
using Community.Questions;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Topics;

/// <summary>What a list asks for.</summary>
public enum TopicOrder { Latest, New }

/// <summary>Loads rows of topics, paged by keyset: first which, then all of their rows with five queries.</summary>
public sealed class TopicListing(CommunityContext db, CurrentViewer current)
{
    public const int PageSize = 30;

    /// <summary>One page of what <paramref name="narrow"/> leaves of the topics that the viewer may see in lists.</summary>
    /// <param name="after">The cursor of the page before: time in ticks, a dot, id.</param>
    /// <param name="address">Where the list stands, with its filter and without a cursor.</param>
    public async Task<TopicRows> Load(Func<IQueryable<Topic>, IQueryable<Topic>> narrow, TopicOrder order, string? after, string address, int size = PageSize)
    {
        var list = await Ids(narrow, order, after, address, size);
        return list.With(await Rows(list.Ids));
    }

    /// <summary>Only which topics: cheap to ask for several lists, whose rows are then loaded together.</summary>
    public async Task<TopicIds> Ids(Func<IQueryable<Topic>, IQueryable<Topic>> narrow, TopicOrder order, string? after, string address, int size = PageSize)
    {
        var viewer = await current.Get();
        var topics = After(narrow(db.Topics.AsNoTracking().ListedFor(viewer)), order, after);
        var found = await InOrder(topics, order).Take(size + 1).Select(t => new { t.Id, At = order == TopicOrder.New ? t.CreatedAt : t.LastPostAt }).ToListAsync();
        var ids = found.Take(size).Select(t => t.Id).ToList();
        if (found.Count <= size) return new TopicIds(ids, null);

        var last = found[size - 1];
        var cursor = last.At.Ticks.ToString(CultureInfo.InvariantCulture) + "." + last.Id.ToString(CultureInfo.InvariantCulture);
        return new TopicIds(ids, address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "after=" + cursor);
    }

    /// <summary>The rows of a few topics, in this order. What went out of the viewer's sight meanwhile is missing.</summary>
    public async Task<IReadOnlyList<TopicRow>> Rows(IReadOnlyList<long> ids)
    {
        if (ids.Count == 0) return [];

        var viewer = await current.Get();
        var (spaces, acceptances, pins, marks) = (db.Spaces, db.Acceptances, db.Pins, db.ReadMarks);
        var found = await db.Topics.AsNoTracking().ListedFor(viewer).Where(t => ids.Contains(t.Id)).Select(t => new
        {
            t.Id,
            t.Kind,
            t.Title,
            t.ReplyCount,
            t.CreatedAt,
            t.LastPostAt,
            t.AuthorId,
            IsClosed = t.ClosedAt != null,
            Space = spaces.Where(s => s.Id == t.SpaceId).Select(s => s.Slug).First(),
            SpaceName = spaces.Where(s => s.Id == t.SpaceId).Select(s => s.Name).First(),
            IsAccepted = acceptances.Any(a => a.TopicId == t.Id && a.Post!.Standing == Standing.Published),
            IsPinned = pins.Any(p => p.TopicId == t.Id),
            Mark = marks.Where(m => m.PersonId == viewer.PersonId && m.TopicId == t.Id).Select(m => (long?)m.PostId).FirstOrDefault(),
        }).ToDictionaryAsync(t => t.Id);
        var tags = (await db.TopicTags.AsNoTracking().Where(t => ids.Contains(t.TopicId)).Select(t => new { t.TopicId, t.Tag!.Name }).ToListAsync()).ToLookup(t => t.TopicId, t => t.Name);
        var faces = await Faces(ids);
        var fresh = await NewPosts([.. found.Values.Where(t => t.Mark is not null).Select(t => t.Id)], viewer);
        // What was there before somebody came is not news to them.
        var joinedAt = !viewer.IsSignedIn ? DateTime.MaxValue : await db.People.AsNoTracking().Where(p => p.Id == viewer.PersonId).Select(p => (DateTime?)p.CreatedAt).FirstOrDefaultAsync() ?? DateTime.MaxValue;

        return [.. ids.Where(found.ContainsKey).Select(id => found[id]).Select(t => new TopicRow(t.Id, t.Kind, t.Title, t.Space, t.SpaceName, t.ReplyCount, t.CreatedAt, t.LastPostAt, t.IsClosed, t.IsAccepted, t.IsPinned,
            [.. tags[t.Id].Order(StringComparer.Ordinal)], faces(t.Id), t.Mark is null ? null : fresh.GetValueOrDefault(t.Id),
            viewer.IsSignedIn && (t.Mark is null ? t.AuthorId != viewer.PersonId && t.LastPostAt > joinedAt : fresh.GetValueOrDefault(t.Id) > 0)))];
    }

    async Task<Func<long, IReadOnlyList<Named>>> Faces(IReadOnlyList<long> topicIds)
    {
        var people = db.People;
        var wrote = await db.Posts.AsNoTracking()
            .Where(p => topicIds.Contains(p.TopicId) && p.Standing == Standing.Published && p.Part != Part.Comment && p.UnnamedAt == null)
            .GroupBy(p => new { p.TopicId, p.AuthorId }).Select(g => new { g.Key.TopicId, g.Key.AuthorId, Last = g.Max(p => p.Id) }).ToListAsync();
        var shown = wrote.GroupBy(w => w.TopicId).ToDictionary(g => g.Key, g => g.OrderByDescending(w => w.Last).Take(3).Select(w => w.AuthorId).ToList());
        var authorIds = shown.Values.SelectMany(ids => ids).Distinct().ToList();
        var names = await people.AsNoTracking().Where(p => authorIds.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name);
        return id => shown.TryGetValue(id, out var ids) ? [.. ids.Select(author => new Named(author, names[author]))] : [];
    }

    async Task<Dictionary<long, int>> NewPosts(List<long> topicIds, Viewer viewer)
    {
        if (topicIds.Count == 0) return [];

        var marks = db.ReadMarks;
        return await db.Posts.AsNoTracking()
            .Where(p => topicIds.Contains(p.TopicId) && p.Standing == Standing.Published && p.AuthorId != viewer.PersonId
                && marks.Any(m => m.PersonId == viewer.PersonId && m.TopicId == p.TopicId && m.PostId < p.Id))
            .GroupBy(p => p.TopicId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
    }

    public static IQueryable<Topic> InOrder(IQueryable<Topic> topics, TopicOrder order) => order == TopicOrder.New
        ? topics.OrderByDescending(t => t.CreatedAt).ThenByDescending(t => t.Id)
        : topics.OrderByDescending(t => t.LastPostAt).ThenByDescending(t => t.Id);

    /// <summary>What comes after the topic with this time and id.</summary>
    public static IQueryable<Topic> After(IQueryable<Topic> topics, TopicOrder order, DateTime at, long id) => order == TopicOrder.New
        ? topics.Where(t => t.CreatedAt < at || t.CreatedAt == at && t.Id < id)
        : topics.Where(t => t.LastPostAt < at || t.LastPostAt == at && t.Id < id);

    static IQueryable<Topic> After(IQueryable<Topic> topics, TopicOrder order, string? after)
    {
        if (after?.Split('.') is not [var ticks, var number] || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || time > DateTime.MaxValue.Ticks) return topics;

        return After(topics, order, new DateTime(time, DateTimeKind.Utc), id);
    }
}
