using Community.Governance;
using Community.People.Guests;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Presence;

/// <summary>Decides who is in a room: whoever shows it and reads the topic, as the database has it now. In a topic in which anybody stands without a name nobody is.</summary>
sealed class RoomGate(ContextFactory contexts)
{
    const int RoomsAQuery = 500;

    public async Task<RoomRights> Rights(IReadOnlyCollection<long> topicIds, IReadOnlyCollection<long> personIds, CancellationToken stop)
    {
        if (topicIds.Count == 0 || personIds.Count == 0) return RoomRights.None;

        await using var db = contexts.Create();
        var posts = db.Posts;
        var topics = new Dictionary<long, LiveSubject>();
        foreach (var ids in topicIds.Chunk(RoomsAQuery))
        {
            // Who wears a mask, or took the own name off, must not be told from who is here and writes.
            var open = db.Topics.Where(t => ids.Contains(t.Id) && t.Standing != Standing.Merged && t.MaskedAt == null && !posts.Any(p => p.TopicId == t.Id && p.UnnamedAt != null));
            foreach (var topic in await open.Select(t => new LiveSubject(t.Id, t.SpaceId, t.Standing, t.AuthorId)).ToListAsync(stop)) topics[topic.Id] = topic;
        }

        if (topics.Count == 0) return RoomRights.None;

        var shown = new List<long>();
        foreach (var ids in personIds.Chunk(RoomsAQuery))
            shown.AddRange(await db.PeopleWithAccess().Where(p => ids.Contains(p.Id) && p.ShowsPresence).Select(p => p.Id).ToListAsync(stop));
        // What somebody reads as an administrator only, they read on record, and neither are nor see who is there.
        return new RoomRights(topics, (await db.Viewers(shown, stop)).ToDictionary(viewer => viewer.Key, viewer => viewer.Value.Unasked));
    }
}

/// <summary>Who may be in which room, at one moment.</summary>
sealed class RoomRights(IReadOnlyDictionary<long, LiveSubject> topics, IReadOnlyDictionary<long, Viewer> people)
{
    public static RoomRights None { get; } = new(new Dictionary<long, LiveSubject>(), new Dictionary<long, Viewer>());

    /// <summary>Is shown there to others who may, and sees them.</summary>
    public bool MayBeIn(long topicId, long personId) =>
        topics.TryGetValue(topicId, out var topic) && people.TryGetValue(personId, out var viewer) && viewer.CanRead(topic.SpaceId) && topic.IsShownTo(viewer);
}
