using Community.Governance;
using Community.Notifications;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Watching;
using Community.Web.Frame;
using Community.Web.People;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Watching;

/// <summary>What a person hears of, and what can be heard of.</summary>
public sealed class WatchLoading(CommunityContext db)
{
    /// <summary>What stands at an address; null when it is not for this viewer.</summary>
    /// <param name="what">topics, spaces, tags or people.</param>
    public async Task<WatchedThing?> Find(Viewer viewer, string what, long id)
    {
        var subject = Subject(what, id);
        return subject is null ? null : (await Things(viewer, [subject])).FirstOrDefault();
    }

    public static WatchSubject? Subject(string what, long id) => what switch
    {
        "topics" => new WatchSubject(TopicId: id),
        "spaces" => new WatchSubject(SpaceId: id),
        "tags" => new WatchSubject(TagId: id),
        "people" => new WatchSubject(WriterId: id),
        _ => null,
    };

    /// <summary>The choice at one thing, and what holds without one.</summary>
    public async Task<WatchMenu> Menu(Viewer viewer, WatchedThing thing)
    {
        var chosen = await db.WatchesOf(viewer.PersonId, thing.Subject).Select(w => (WatchLevel?)w.Level).FirstOrDefaultAsync();
        var without = WatchLevel.ToMe;
        if (thing.Subject.TopicId is { } topicId)
        {
            if (await db.Topics.AnyAsync(t => t.Id == topicId && viewer.OwnIds.Contains(t.AuthorId))) without = WatchLevel.Watch;
            else if ((await db.FollowingUnasked(topicId)).Any(id => viewer.Is(id))) without = WatchLevel.Follow;
        }

        return new WatchMenu(thing, chosen, without);
    }

    /// <summary>All that the viewer chose, the latest first; what is out of sight by now is left out.</summary>
    /// <param name="level">Only these; null for all.</param>
    public async Task<IReadOnlyList<WatchMenu>> Chosen(Viewer viewer, WatchLevel? level = null)
    {
        var rows = await db.Watches.Where(w => w.PersonId == viewer.PersonId && (level == null || w.Level == level)).OrderByDescending(w => w.At).Take(500)
            .Select(w => new { w.TopicId, w.TagId, w.SpaceId, w.WriterId, w.Level }).ToListAsync();
        var levels = rows.Select(w => (Subject: new WatchSubject(w.TopicId, w.TagId, w.SpaceId, w.WriterId), w.Level)).ToList();
        var things = (await Things(viewer, [.. levels.Select(one => one.Subject)])).ToDictionary(thing => thing.Subject);
        return [.. levels.Where(one => things.ContainsKey(one.Subject)).Select(one => new WatchMenu(things[one.Subject], one.Level, WatchLevel.ToMe))];
    }

    async Task<List<WatchedThing>> Things(Viewer viewer, List<WatchSubject> subjects)
    {
        var (topics, spaces) = (Ids(subjects, s => s.TopicId), Ids(subjects, s => s.SpaceId));
        var (tags, writers) = (Ids(subjects, s => s.TagId), Ids(subjects, s => s.WriterId));
        var found = new List<WatchedThing>();
        if (topics.Count > 0)
            found.AddRange((await db.Topics.AsNoTracking().VisibleTo(viewer).Where(t => topics.Contains(t.Id)).Select(t => new { t.Id, t.Kind, t.Title, t.Standing, t.AuthorId }).ToListAsync())
                .Select(t => (t.Id, t.Kind, Title: Readable.By(viewer, t.Standing, t.AuthorId) ? t.Title : null)).Select(t => new WatchedThing(new WatchSubject(TopicId: t.Id), "topics", t.Id, t.Title, TopicAddress.Of(t.Kind, t.Id, t.Title))));
        if (spaces.Count > 0)
            found.AddRange((await db.Spaces.AsNoTracking().VisibleTo(viewer).Where(s => spaces.Contains(s.Id)).Select(s => new { s.Id, s.Name, s.Slug }).ToListAsync()).Select(s => new WatchedThing(new WatchSubject(SpaceId: s.Id), "spaces", s.Id, s.Name, "/spaces/" + s.Slug)));
        if (tags.Count > 0)
            found.AddRange((await db.TagsFor(viewer).AsNoTracking().Where(t => tags.Contains(t.Id)).Select(t => new { t.Id, t.Name }).ToListAsync()).Select(t => new WatchedThing(new WatchSubject(TagId: t.Id), "tags", t.Id, t.Name, "/tags/" + Uri.EscapeDataString(t.Name))));
        if (writers.Count > 0)
        {
            var notes = db.NotesFor(viewer);
            found.AddRange((await db.PeopleVisibleTo(viewer).AsNoTracking().Where(p => writers.Contains(p.Id) && notes.Any(n => n.AuthorId == p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync()).Select(p => new WatchedThing(new WatchSubject(WriterId: p.Id), "people", p.Id, p.Name, $"/people/{p.Id}/{Slug.Of(p.Name)}")));
        }

        return found;
    }

    static List<long> Ids(List<WatchSubject> subjects, Func<WatchSubject, long?> id) => [.. subjects.Select(id).OfType<long>()];
}

/// <summary>Something of which one can hear more or less.</summary>
/// <param name="What">topics, spaces, tags or people: the word in its address.</param>
/// <param name="Name">Null for a topic whose opening is out of sight.</param>
public sealed record WatchedThing(WatchSubject Subject, string What, long Id, string? Name, string Address);

/// <summary>How much the reader hears of it.</summary>
/// <param name="Chosen">Null where the reader made no choice.</param>
/// <param name="Without">What holds without a choice.</param>
public sealed record WatchMenu(WatchedThing Thing, WatchLevel? Chosen, WatchLevel Without)
{
    public WatchLevel Level => Chosen ?? Without;
}
