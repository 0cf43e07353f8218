using System.Diagnostics;
using Community.Glossary;
using Community.Governance;
using Community.Questions;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Trials;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Searches for a reader. The index only proposes: it is asked behind the gate, and what is shown is loaded again through it.</summary>
public sealed class Searcher(SearchIndex index, CommunityContext db, KnownCommunity known, KnownTopics topics, KnownGlossary glossary, KnownTried tried, TimeProvider clock)
{
    const int PeopleShown = 6;
    const int MostOfTopic = 50;

    /// <summary>Beside the score of what is most alike.</summary>
    const double AlikeEnough = 0.4;

    static readonly CommunityAnalyzer Analyzer = new();

    /// <summary>Never fails for its text; where nothing can be searched the results say so.</summary>
    public async Task<SearchResults> Search(SearchRequest request, Viewer viewer, CancellationToken stop = default)
    {
        var began = Stopwatch.GetTimestamp();
        var search = await (await Preparing(viewer)).Prepare(request, stop);
        var people = viewer.IsSignedIn && request.Page <= 1 && !request.IsNarrowed && !request.IsProse ? PersonQuery.Of(search.Typed, Analyzer) : null;
        List<long> personIds = [];
        TopicCollector? collector = null;
        IndexSearcher? held = null;
        Correction? correction = null;
        try
        {
            var isServed = index.TrySearch(searcher =>
            {
                collector?.Dispose();
                collector = search.Collect(searcher);
                if (people is not null) personIds = Ids(searcher, searcher.Search(people, PeopleShown));
                if (MayBeMisspelt(request)) correction = new Spelling(new VisiblePosts(searcher, search.Filter.Spaces), Analyzer, viewer.IsSignedIn).Of(request.Text);
                searcher.IndexReader.IncRef();
                held = searcher;
            });
            if (!isServed) return new SearchResults { IsUnavailable = true, CatchingUp = index.CatchingUp };

            if (search.WantsRelated) await RaiseRelated(search, collector!, held!, viewer, stop);
            index.GoOn(collector!.End);
            var results = await Results(search, collector!, personIds, viewer, began, stop);
            return correction is null ? results : results with { DidYouMean = await correction.InSight(db, viewer, stop) };
        }
        finally
        {
            held?.IndexReader.DecRef();
            collector?.Dispose();
        }
    }

    /// <summary>Topics like a text that somebody writes or wrote, the most alike first. What is much less alike than the first is left out.</summary>
    /// <param name="except">The topic that the text is of.</param>
    public async Task<IReadOnlyList<SearchHit>> Similar(string text, Viewer viewer, int count, long? except = null, CancellationToken stop = default)
    {
        var request = new SearchRequest(text) { IsProse = true };
        if (request.AsksNothing) return [];

        var hits = (await Search(request, viewer, stop)).Hits.Where(hit => hit.TopicId != except).ToList();
        return [.. hits.TakeWhile(hit => hit.Score >= hits[0].Score * AlikeEnough).Take(count)];
    }

    /// <summary>The posts of one topic that fit, the best first, at most 50; empty for a topic that the viewer may not see.</summary>
    public async Task<IReadOnlyList<SearchHit>> InTopic(string text, long topicId, Viewer viewer, CancellationToken stop = default)
    {
        var search = await (await Preparing(viewer)).Prepare(new SearchRequest(text), stop);
        if (!search.Query.HasText) return [];

        var collector = new PostCollector(search.Filter, MostOfTopic, topicId);
        IReadOnlyList<PostMatch> best = [];
        index.TrySearch(searcher =>
        {
            searcher.Search(search.Query.Query, collector);
            best = collector.Best(searcher, search.Query.Bonus, search.Priors.Weigh);
        });
        using var excerpt = new Excerpt(search.Query.Marks);
        return await Hits(search, viewer, excerpt).Load([.. best.Select(post => new FoundTopic(topicId, post.PostId, post.Score, 1, IsReported: true))], stop);
    }

    /// <summary>The posts that say most about a subject, each for itself, the best first, at most <paramref name="count"/>; what is shown of them must pass the gate again. Empty where nothing can be searched.</summary>
    /// <param name="space">A space's slug; null for all that the viewer can read.</param>
    public async Task<IReadOnlyList<PostMatch>> BestPosts(string text, string? space, Viewer viewer, int count, CancellationToken stop = default)
    {
        var search = await (await Preparing(viewer)).Prepare(new SearchRequest(text), stop);
        var collector = new PostCollector(new TopicFilter(search.Spaces.Where(s => space is null || s.Slug == space).Select(s => s.Id).ToHashSet()), count);
        IReadOnlyList<PostMatch> best = [];
        return index.TrySearch(searcher =>
        {
            if (SubjectQuery.Of(text, search.Typed, Analyzer, searcher.IndexReader) is not { } query) return;

            var ofSubjects = new IndexSearcher(searcher.IndexReader) { Similarity = Ranking.OfSubjects };
            ofSubjects.Search(query, collector);
            best = collector.Best(ofSubjects, [], Priors.OfSubject);
        }) ? best : [];
    }

    /// <summary>An index that is behind still has words that were taken back.</summary>
    bool MayBeMisspelt(SearchRequest request) => request is { MayBeMisspelt: true, Page: <= 1, Text.Length: <= QueryText.MaxLength } && index.CatchingUp is null;

    async ValueTask<SearchPreparing> Preparing(Viewer viewer) => new(db, known, await glossary.For(viewer), viewer, clock.Now());

    async Task RaiseRelated(PreparedSearch search, TopicCollector collector, IndexSearcher searcher, Viewer viewer, CancellationToken stop)
    {
        var best = collector.BestPosts(searcher, RelatedWords.Posts);
        var (ids, scores) = (best.Select(post => post.PostId).ToList(), best.ToDictionary(post => post.PostId, post => post.Score));
        var posts = await db.WithText(db.Posts.AsNoTracking().ListedFor(viewer).Where(p => ids.Contains(p.Id))).ToListAsync(stop);
        var facts = await topics.Facts([.. posts.Select(post => post.TopicId).Distinct()]);
        var read = posts.OrderBy(post => post.Id).Select(post => RelatedWords.Document.Of(post, facts.GetValueOrDefault(post.TopicId)?.Title ?? "", scores[post.Id])).ToList();
        index.GoOn(() => collector.Raise(searcher, RelatedWords.Of(read, searcher, Analyzer)));
    }

    async Task<SearchResults> Results(PreparedSearch search, TopicCollector collector, List<long> personIds, Viewer viewer, long began, CancellationToken stop)
    {
        var page = search.Page;
        var best = collector.Best();
        using var excerpt = new Excerpt(search.Query.Marks);
        var hits = Hits(search, viewer, excerpt);
        return new SearchResults
        {
            Total = collector.Total,
            Hits = await hits.Load([.. best.Skip((page - 1) * SearchRequest.PageSize)], stop),
            People = await hits.LoadPeople(personIds, stop),
            Facets = await new FacetNaming(known, search.Spaces).Name(collector.Counts),
            Tried = AsksWholly(search) ? await tried.With(viewer, search.Query.Wanted.Select(unit => unit.First.Text)) : [],
            Looser = collector.Total == 0 ? await Looser(search, viewer, stop) : [],
            Page = page,
            HasMore = page < SearchRequest.MaxPage && collector.Total > page * SearchRequest.PageSize,
            CatchingUp = index.CatchingUp,
            TookMs = (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds,
        };
    }

    /// <summary>Whether nothing narrows the search but its words: then what was tried is looked for, too.</summary>
    static bool AsksWholly(PreparedSearch search) => search is { Page: 1, Query.HasText: true, Request: { IsProse: false, IsNarrowed: false } };

    HitLoading Hits(PreparedSearch search, Viewer viewer, Excerpt excerpt) => new(db, topics, viewer, search.Spaces, excerpt, new Reasons(search.Query, search.Priors), tried);

    async Task<IReadOnlyList<LooserSearch>> Looser(PreparedSearch search, Viewer viewer, CancellationToken stop)
    {
        var looser = new List<LooserSearch>();
        foreach (var (request, without) in Loosening.Of(search.Request, search.Typed))
        {
            var prepared = await (await Preparing(viewer)).Prepare(request, stop);
            var count = 0;
            if (prepared.Query.HasText) index.TrySearch(searcher => count = prepared.Count(searcher));
            if (count > 0) looser.Add(new LooserSearch(request, without, count));
        }

        return looser;
    }

    internal static List<long> Ids(IndexSearcher searcher, TopDocs found)
    {
        var ids = MultiDocValues.GetNumericValues(searcher.IndexReader, Fields.Id);
        return ids is null ? [] : [.. found.ScoreDocs.Select(hit => ids.Get(hit.Doc))];
    }
}
