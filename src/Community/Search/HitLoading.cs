using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Loads what the index proposed through the gate as it stands now: what is gone, or is no longer this reader's, drops out.</summary>
sealed class HitLoading(CommunityContext db, Viewer viewer, Excerpt excerpt)
{
    public async Task<IReadOnlyList<SearchHit>> Load(IReadOnlyList<TopicMatch> matches, CancellationToken stop)
    {
        if (matches.Count == 0) return [];

        var ids = matches.Select(m => m.PostId).ToList();
        var posts = await db.WithText(db.Posts.AsNoTracking().ListedFor(viewer).Where(p => ids.Contains(p.Id) && p.Topic.Standing == Standing.Published)).ToDictionaryAsync(p => p.Id, stop);
        var topics = await db.IndexedTopics([.. posts.Values.Select(p => p.TopicId).Distinct()], stop);
        var spaces = await SpacesOf(topics.Values, stop);
        var hits = new List<SearchHit>(matches.Count);
        foreach (var match in matches)
        {
            if (posts.TryGetValue(match.PostId, out var post) && topics.TryGetValue(post.TopicId, out var topic) && spaces.TryGetValue(topic.SpaceId, out var space))
                hits.Add(Hit(match, post, topic, space));
        }

        return hits;
    }

    public async Task<IReadOnlyList<PersonHit>> LoadPeople(IReadOnlyList<long> ids, CancellationToken stop)
    {
        if (ids.Count == 0) return [];

        var people = await db.WithUnits(db.IndexedPeople.Where(p => ids.Contains(p.Id))).ToDictionaryAsync(p => p.Id, stop);
        return [.. ids.Where(people.ContainsKey).Select(id => people[id]).Select(p => new PersonHit(p.Id, p.Name, p.Unit, p.Position))];
    }

    SearchHit Hit(TopicMatch match, PostRow post, TopicRow topic, SearchedSpace space) => new(
        topic.Kind, topic.Id, post.Id, post.Part, topic.Title, excerpt.Whole(topic.Title), excerpt.Passage(PlainPost.Of(post.Html)), match.Score, space.Slug, space.Name,
        topic.Tags, post.IsUnnamed ? null : post.AuthorId, post.IsUnnamed ? null : post.AuthorName, post.At, topic.State);

    async Task<Dictionary<long, SearchedSpace>> SpacesOf(IEnumerable<TopicRow> topics, CancellationToken stop)
    {
        var ids = topics.Select(t => t.SpaceId).Distinct().Where(viewer.CanRead).ToList();
        return await db.Spaces.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => new SearchedSpace(s.Id, s.Slug, s.Name)).ToDictionaryAsync(s => s.Id, stop);
    }
}
