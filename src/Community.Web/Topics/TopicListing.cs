using System.Globalization;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Topics;

/// <summary>What a list asks for.</summary>
public enum TopicOrder { Latest, New }

/// <summary>Loads rows of topics, paged by keyset: first which, by the database, then their rows, mostly from memory.</summary>
public sealed class TopicListing(CommunityContext db, KnownCommunity known, KnownTopics topics, CurrentViewer current)
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
        var listed = After(narrow(db.Topics.AsNoTracking().ListedFor(viewer)), order, after);
        var found = await InOrder(listed, order).Take(size + 1).Select(t => new { t.Id, At = order == TopicOrder.New ? t.CreatedAt : t.LastPostAt }).ToListAsync();
        var ids = found.Take(size).Select(t => t.Id).ToList();
        if (found.Count <= size) return new TopicIds(ids, null);

        var last = found[size - 1];
        var cursor = last.At.Ticks.ToString(CultureInfo.InvariantCulture) + "." + last.Id.ToString(CultureInfo.InvariantCulture);
        return new TopicIds(ids, address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "after=" + cursor);
    }

    /// <summary>The rows of a few topics that <see cref="Ids"/> gave, in this order.</summary>
    public async Task<IReadOnlyList<TopicRow>> Rows(IReadOnlyList<long> ids)
    {
        if (ids.Count == 0) return [];

        var viewer = await current.Get();
        var facts = await topics.Facts(ids);
        var spaces = (await known.Ground()).Spaces;
        var names = await known.Names(facts.Values.SelectMany(t => t.LatestAuthors).Distinct());
        var fresh = viewer.PersonId is { } personId ? await NewPosts(ids, personId) : [];
        // What was there before somebody came is not news to them.
        var joinedAt = viewer.PersonId is { } id && await known.Person(id) is { } person ? person.CreatedAt : DateTime.MaxValue;

        return [.. ids.Where(facts.ContainsKey).Select(id => facts[id]).Where(t => spaces.ContainsKey(t.SpaceId)).Select(t => new TopicRow(t.Id, t.Kind, t.Title, spaces[t.SpaceId].Slug, spaces[t.SpaceId].Name, t.ReplyCount, t.CreatedAt, t.LastPostAt,
            t.IsClosed, t.IsAccepted, t.IsPinned, t.Tags, [.. t.LatestAuthors.Where(names.ContainsKey).Select(author => new Named(author, names[author].Name))],
            fresh.TryGetValue(t.Id, out var count) ? count : null, viewer.IsSignedIn && (fresh.ContainsKey(t.Id) ? count > 0 : t.AuthorId != viewer.PersonId && t.LastPostAt > joinedAt)))];
    }

    /// <summary>How many posts of others came since the last visit; topics without one are missing.</summary>
    async Task<Dictionary<long, int>> NewPosts(IReadOnlyList<long> topicIds, long personId)
    {
        var posts = db.Posts;
        return await db.ReadMarks.AsNoTracking().Where(m => m.PersonId == personId && topicIds.Contains(m.TopicId)).Select(m => new
        {
            m.TopicId,
            Count = posts.Count(p => p.TopicId == m.TopicId && p.Id > m.PostId && p.Standing == Standing.Published && p.AuthorId != personId),
        }).ToDictionaryAsync(m => m.TopicId, m => m.Count);
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
