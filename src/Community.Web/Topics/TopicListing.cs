using System.Globalization;
using Community.Questions;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Topics;

/// <summary>What a list asks for.</summary>
public enum TopicOrder { Latest, New }

/// <summary>Loads rows of topics, paged by keyset: first which, by the database, then their rows, mostly from memory.</summary>
public sealed class TopicListing(CommunityContext db, KnownCommunity known, KnownTopics topics, KnownLists lists, CurrentViewer current, TimeProvider clock)
{
    public const int PageSize = 30;

    static readonly Prepared<Func<CommunityContext, long, long, List<long>, List<long>, IAsyncEnumerable<NewPostCount>>> NewPostsFor = new(() =>
        EF.CompileAsyncQuery((CommunityContext db, long personId, long floor, List<long> own, List<long> topicIds) => db.Set<ReadMark>().Where(m => m.PersonId == personId && topicIds.Contains(m.TopicId))
            .Select(m => new NewPostCount(m.TopicId, db.Set<Post>().Count(p => p.TopicId == m.TopicId && p.Id > m.PostId && p.Id > floor && p.Standing == Standing.Published && !own.Contains(p.AuthorId))))));

    static readonly Prepared<Func<CommunityContext, long, Task<ReadFloor?>>> FloorOf = new(() => EF.CompileAsyncQuery((CommunityContext db, long personId) => db.Set<ReadFloor>().AsNoTracking().FirstOrDefault(f => f.PersonId == personId)));

    /// <summary>One page of what <paramref name="narrow"/> leaves of the topics that the viewer may see in lists.</summary>
    /// <param name="after">The cursor of the page before: time in ticks, a dot, id.</param>
    /// <param name="address">Where the list stands, with its filter and without a cursor.</param>
    /// <param name="kept">See <see cref="Ids"/>.</param>
    public async Task<TopicRows> Load(Func<IQueryable<Topic>, IQueryable<Topic>> narrow, TopicOrder order, string? after, string address, int size = PageSize, string? kept = null)
    {
        var list = await Ids(narrow, order, after, address, size, kept);
        return list.With(await Rows(list.Ids));
    }

    /// <summary>Only which topics: cheap to ask for several lists, whose rows are then loaded together.</summary>
    /// <param name="kept">The list's name, where the log tells of everything that it depends on: then it is kept in memory.</param>
    public async Task<TopicIds> Ids(Func<IQueryable<Topic>, IQueryable<Topic>> narrow, TopicOrder order, string? after, string address, int size = PageSize, string? kept = null)
    {
        var (viewer, from) = (await current.Get(), Cursor(after));
        return kept is null ? await Read() : await lists.Ids(new ListKey(viewer, kept, order, from, size), Read);

        Task<TopicIds> Read() => Asked(narrow(db.Topics.AsNoTracking().ListedFor(viewer)), order, from, address, size);
    }

    static async Task<TopicIds> Asked(IQueryable<Topic> topics, TopicOrder order, (DateTime At, long Id)? after, string address, int size)
    {
        var listed = after is { } from ? After(topics, order, from.At, from.Id) : topics;
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
        // Topics that the reader has not opened yet are missing.
        var floor = viewer.PersonId is { } reader ? await FloorOf.On(db)(db, reader) : null;
        var fresh = viewer.PersonId is { } personId ? await NewPostsFor.On(db)(db, personId, floor?.PostId ?? 0, [.. viewer.OwnIds], [.. ids]).ToDictionaryAsync(n => n.TopicId, n => n.Count) : [];
        var noteIds = facts.Values.SelectMany(t => t.NoteIds).Distinct().ToList();
        var notes = noteIds.Count == 0 ? [] : await db.NotesFor(viewer).Where(t => noteIds.Contains(t.Id)).Select(t => t.Id).ToHashSetAsync();
        var now = clock.Now();
        // What was there before somebody came, or said that all is read, is not news to them.
        var joinedAt = viewer.PersonId is { } id && await known.Person(id) is { } person ? person.CreatedAt : DateTime.MaxValue;
        if (floor is not null && floor.At > joinedAt) joinedAt = floor.At;

        return [.. ids.Where(facts.ContainsKey).Select(id => facts[id]).Where(t => spaces.ContainsKey(t.SpaceId)).Select(t => new TopicRow(t.Id, t.Kind, t.Title, spaces[t.SpaceId].Slug, spaces[t.SpaceId].Name, t.ReplyCount, t.CreatedAt, t.LastPostAt,
            t.IsClosed, t.IsAccepted, t.IsPinned, t.Tags, [.. t.LatestAuthors.Where(names.ContainsKey).Select(author => new Named(author, names[author].Name))],
            fresh.TryGetValue(t.Id, out var count) ? count : null, viewer.IsSignedIn && (fresh.ContainsKey(t.Id) ? count > 0 : !viewer.Is(t.AuthorId) && t.LastPostAt > joinedAt)) { Note = t.Note?.On(now), IsAnsweredByNote = t.NoteIds.Any(notes.Contains) })];
    }

    public static IQueryable<Topic> InOrder(IQueryable<Topic> topics, TopicOrder order) => order == TopicOrder.New
        ? topics.OrderByDescending(t => t.CreatedAt).ThenByDescending(t => t.Id)
        : topics.OrderByDescending(t => t.LastPostAt).ThenByDescending(t => t.Id);

    /// <summary>What comes after the topic with this time and id.</summary>
    public static IQueryable<Topic> After(IQueryable<Topic> topics, TopicOrder order, DateTime at, long id) => order == TopicOrder.New
        ? topics.Where(t => t.CreatedAt < at || t.CreatedAt == at && t.Id < id)
        : topics.Where(t => t.LastPostAt < at || t.LastPostAt == at && t.Id < id);

    /// <summary>Null for what is none: the list then begins at its beginning.</summary>
    static (DateTime At, long Id)? Cursor(string? after) =>
        after?.Split('.') is [var ticks, var number] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && time <= DateTime.MaxValue.Ticks ? (new DateTime(time, DateTimeKind.Utc), id) : null;

    /// <param name="Count">Posts of others since the reader's last visit.</param>
    sealed record NewPostCount(long TopicId, int Count);
}
