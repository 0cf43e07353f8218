using Community.Events;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Microsoft.EntityFrameworkCore;
using Lexicon = Community.Glossary.Lexicon;

namespace Community.Search.Saved;

/// <summary>
/// Asks every saved search of new posts: of a small index in memory that holds these posts alone, with the same documents, queries and filters as the site's. It needs no node's own index, and
/// costs little for most of the searches: those whose words are not in the new posts are not run.
/// </summary>
public sealed class Percolation(ContextFactory contexts, KnownCommunity known, TimeProvider clock)
{
    /// <summary>Of one topic that changed as a whole, so many posts are looked at, the newest.</summary>
    const int MostOfATopic = 200;

    const string WriterField = "writer";

    readonly KnownQueries queries = new();

    /// <summary>What the saved searches find in what these events made or changed: at most one post for a search and topic, in the order of events.</summary>
    internal async Task<IReadOnlyList<FoundPost>> Of(IReadOnlyList<Event> events, CancellationToken stop)
    {
        var happened = events.Where(e => e.TopicId is not null && (IsOfPost(e.Kind) || IsOfTopic(e.Kind))).ToList();
        if (happened.Count == 0) return [];

        await using var db = contexts.Create();
        var searches = await db.SavedSearches.Where(s => s.AlertSince != null && s.DeletedAt == null).Select(s => new Asking(s.Id, s.PersonId, s.Text, s.Kind, s.SpaceId, s.Tag, s.AlertSince!.Value)).ToListAsync(stop);
        if (searches.Count == 0) return [];

        var posts = await Posts(db, happened, searches.Min(s => s.Since), stop);
        if (posts.Rows.Count == 0) return [];

        using var found = new RAMDirectory();
        Index(found, posts.Rows);
        using var reader = DirectoryReader.Open(found);
        return await Ask(new IndexSearcher(reader), db, searches, posts, stop);
    }

    static bool IsOfPost(EventKind kind) => kind is EventKind.Started or EventKind.Replied or EventKind.Answered or EventKind.Commented;

    /// <summary>What brings posts into sight, or makes them fit what they did not fit before. Revisions do not: they are not new.</summary>
    static bool IsOfTopic(EventKind kind) => kind is EventKind.Converted or EventKind.Moved or EventKind.PostsMoved or EventKind.Retagged or EventKind.Retitled or EventKind.Restored or EventKind.Reinstated;

    /// <param name="since">What is older, no search wants to hear of.</param>
    static async Task<NewPosts> Posts(CommunityContext db, List<Event> happened, DateTime since, CancellationToken stop)
    {
        var ids = happened.Where(e => IsOfPost(e.Kind)).Select(e => e.SubjectId).ToList();
        var rows = await db.WithText(db.IndexedPosts.Where(p => ids.Contains(p.Id) && p.CreatedAt >= since)).ToListAsync(stop);
        var eventOf = happened.Where(e => IsOfPost(e.Kind)).GroupBy(e => e.SubjectId).ToDictionary(g => g.Key, g => g.First().Id);
        foreach (var change in happened.Where(e => IsOfTopic(e.Kind)).DistinctBy(e => e.TopicId))
        {
            foreach (var row in await db.WithText(db.IndexedPosts.Where(p => p.TopicId == change.TopicId && p.CreatedAt >= since).OrderByDescending(p => p.Id).Take(MostOfATopic)).ToListAsync(stop))
                if (eventOf.TryAdd(row.Id, change.Id)) rows.Add(row);
        }

        var topicsOf = await db.IndexedTopics([.. rows.Select(row => row.TopicId).Distinct()], stop);
        return new NewPosts([.. rows.Where(row => topicsOf.ContainsKey(row.TopicId)).OrderBy(row => row.Id).Select(row => (topicsOf[row.TopicId], row))], eventOf);
    }

    static void Index(RAMDirectory directory, IReadOnlyList<(TopicRow Topic, PostRow Post)> rows)
    {
        using var analyzer = new CommunityAnalyzer();
        using var writer = new IndexWriter(directory, new IndexWriterConfig(CommunityAnalyzer.Lucene, analyzer) { Similarity = Ranking.Similarity });
        foreach (var (topic, post) in rows)
        {
            var document = Documents.Of(topic, post);
            // Also of a post that does not show its author's name.
            document.Add(new Lucene.Net.Documents.StringField(WriterField, Writer(post.AuthorId), Lucene.Net.Documents.Field.Store.NO));
            writer.AddDocument(document);
        }
    }

    async Task<IReadOnlyList<FoundPost>> Ask(IndexSearcher newPosts, CommunityContext db, List<Asking> searches, NewPosts posts, CancellationToken stop)
    {
        var now = clock.Now();
        var slugs = (await known.Ground()).Spaces.ToDictionary(space => space.Key, space => space.Value.Slug);
        var (terms, found) = (new NewTerms(newPosts.IndexReader), new List<FoundPost>());
        newPosts.Similarity = Ranking.Similarity;
        foreach (var search in searches)
        {
            stop.ThrowIfCancellationRequested();
            var typed = queries.Of(search.Text, now);
            if (!posts.MayHave(search) || !terms.MayFit(typed.Posts.Query)) continue;

            var viewer = await known.Viewer(search.PersonId);
            if (!viewer.IsSignedIn) continue;

            var slug = search.SpaceId is { } space ? slugs.GetValueOrDefault(space, "-") : null;
            var wanted = await new SearchPreparing(db, known, Lexicon.Empty, viewer, now).Prepare(new SavedQuery(search.Text, search.Kind, search.SpaceId, search.Tag).Asking(slug), typed, stop);
            using var collector = new TopicCollector(wanted.Filter, wanted.Priors, byDate: true, posts.Rows.Count);
            var others = new BooleanQuery { { typed.Posts.Query, Occur.MUST }, { new TermQuery(new Term(WriterField, Writer(search.PersonId))), Occur.MUST_NOT } };
            newPosts.Search(others, collector);
            collector.End();
            if (collector.Total > 0) found.AddRange(collector.Best().Select(best => new FoundPost(posts.EventOf[best.PostId], search.Id, search.PersonId, best.TopicId, best.PostId)));
        }

        return [.. found.OrderBy(one => one.EventId).ThenBy(one => one.SearchId)];
    }

    static string Writer(long personId) => personId.ToString(System.Globalization.CultureInfo.InvariantCulture);

    sealed record Asking(long Id, long PersonId, string Text, TopicKind? Kind, long? SpaceId, string? Tag, DateTime Since);

    sealed record NewPosts(IReadOnlyList<(TopicRow Topic, PostRow Post)> Rows, IReadOnlyDictionary<long, long> EventOf)
    {
        readonly HashSet<TopicKind> kinds = [.. Rows.Select(row => row.Topic.Kind)];
        readonly HashSet<long> spaces = [.. Rows.Select(row => row.Topic.SpaceId)];
        readonly bool isTagged = Rows.Any(row => row.Topic.Tags.Count > 0);

        /// <summary>By what was chosen; a cheap look before the search itself.</summary>
        public bool MayHave(Asking search) => (search.Kind is not { } kind || kinds.Contains(kind)) && (search.SpaceId is not { } space || spaces.Contains(space)) && (search.Tag is null || isTagged);
    }
}
