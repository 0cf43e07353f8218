using Community.Governance;
using Community.Questions;
using Community.Store;
using Community.Text;
using Community.Topics;
using Community.Trials;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Loads what the index proposed through the gate as it stands now: what is gone, or is no longer this reader's, drops out.</summary>
sealed class HitLoading(CommunityContext db, KnownTopics known, Viewer viewer, IReadOnlyList<SearchedSpace> spaces, Excerpt excerpt, Reasons? reasons = null, KnownTried? tried = null)
{
    public async Task<IReadOnlyList<SearchHit>> Load(IReadOnlyList<FoundTopic> matches, CancellationToken stop)
    {
        if (matches.Count == 0) return [];

        var ids = matches.Select(m => m.PostId).ToList();
        var posts = await db.WithText(db.Posts.AsNoTracking().ListedFor(viewer).Where(p => ids.Contains(p.Id) && p.Topic.Standing == Standing.Published)).ToDictionaryAsync(p => p.Id, stop);
        var topics = await known.Facts([.. posts.Values.Select(p => p.TopicId).Distinct()]);
        var reports = reasons is null ? [] : await db.ReportCounts([.. matches.Where(m => m.IsReported).Select(m => m.PostId)], stop);
        var attempts = tried is null ? null : await tried.In(viewer, [.. topics.Keys]);
        var noteIds = topics.Values.SelectMany(topic => topic.NoteIds).Distinct().ToList();
        var notes = noteIds.Count == 0 ? [] : await db.NotesFor(viewer).Where(t => noteIds.Contains(t.Id)).Select(t => t.Id).ToHashSetAsync(stop);
        var readable = spaces.ToDictionary(s => s.Id);
        var hits = new List<SearchHit>(matches.Count);
        foreach (var match in matches)
        {
            if (posts.TryGetValue(match.PostId, out var post) && topics.TryGetValue(post.TopicId, out var topic) && readable.TryGetValue(topic.SpaceId, out var space))
                hits.Add(Hit(match, post, topic, space, reports.GetValueOrDefault(post.Id)) with { Tried = [.. attempts?[topic.Id] ?? []], IsAnsweredByNote = topic.NoteIds.Any(notes.Contains) });
        }

        return hits;
    }

    public async Task<IReadOnlyList<PersonHit>> LoadPeople(IReadOnlyList<long> ids, CancellationToken stop)
    {
        if (ids.Count == 0) return [];

        var people = await db.WithUnits(db.IndexedPeople.Where(p => ids.Contains(p.Id))).ToDictionaryAsync(p => p.Id, stop);
        return [.. ids.Where(people.ContainsKey).Select(id => people[id]).Select(p => new PersonHit(p.Id, p.Name, p.Unit, p.Position))];
    }

    SearchHit Hit(FoundTopic match, PostRow post, TopicFacts topic, SearchedSpace space, (int Worked, int Failed) reports)
    {
        var (title, text) = (excerpt.In(topic.Title), excerpt.In(PlainPost.Of(post.Html)));
        return new SearchHit(
            topic.Kind, topic.Id, post.Id, post.Part, topic.Title, title.Whole, text.Passage, match.Score, space.Slug, space.Name, topic.Tags, post.IsUnnamed ? null : post.AuthorId,
            post.IsUnnamed ? null : post.AuthorName, post.At, TopicRow.StateOf(topic), Math.Max(0, match.Posts - 1),
            reasons?.Of(post, title, text, topic.IsAccepted && topic.AcceptedId == post.Id, topic.Note, reports) ?? [])
        { Note = topic.Note };
    }
}
