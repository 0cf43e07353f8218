using System.Diagnostics;
using Community.Governance;
using Community.Questions;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Searches for a reader. The index only proposes: it is asked behind the gate, and what is shown is loaded again through it.</summary>
public sealed class Searcher(SearchIndex index, CommunityContext db, KnownCommunity known, KnownTopics topics)
{
    const int PeopleShown = 6;

    static readonly CommunityAnalyzer Analyzer = new();

    /// <summary>Never fails for its text; where nothing can be searched the results say so.</summary>
    public async Task<SearchResults> Search(SearchRequest request, Viewer viewer, CancellationToken stop = default)
    {
        var began = Stopwatch.GetTimestamp();
        var typed = QueryText.Of(request.Text);
        var query = new PostQuery(typed, Analyzer);
        var spaces = await Spaces(viewer);
        using var collector = new TopicCollector(await Filter(request, typed, spaces, stop), request.Sort == SearchSort.Newest || !query.HasText);
        var people = viewer.IsSignedIn && request.Page <= 1 ? PersonQuery.Of(typed, Analyzer) : null;
        List<long> personIds = [];
        Correction? correction = null;
        var isServed = index.TrySearch(searcher =>
        {
            searcher.Search(query.Query, collector);
            collector.Rescore(searcher, query.Bonus);
            if (people is not null) personIds = Ids(searcher, searcher.Search(people, PeopleShown));
            if (MayBeMisspelt(request)) correction = new Spelling(new VisiblePosts(searcher, spaces.Select(s => s.Id).ToHashSet()), Analyzer, viewer.IsSignedIn).Of(request.Text);
        });
        if (!isServed) return new SearchResults { IsUnavailable = true, CatchingUp = index.CatchingUp };

        var page = Math.Clamp(request.Page, 1, SearchRequest.MaxPage);
        var best = collector.Best(page * SearchRequest.PageSize);
        using var excerpt = new Excerpt(query.Marks);
        var hits = new HitLoading(db, topics, viewer, spaces, excerpt);
        return new SearchResults
        {
            Total = collector.Total,
            Hits = await hits.Load([.. best.Skip((page - 1) * SearchRequest.PageSize).Select(b => b.Match)], stop),
            People = await hits.LoadPeople(personIds, stop),
            Facets = await new FacetNaming(known, spaces).Name(collector.Counts),
            DidYouMean = correction is null ? null : await correction.InSight(db, viewer, stop),
            Page = page,
            HasMore = page < SearchRequest.MaxPage && collector.Total > page * SearchRequest.PageSize,
            CatchingUp = index.CatchingUp,
            TookMs = (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds,
        };
    }

    /// <summary>The posts that fit best, each for itself, the best first, at most 100; what is shown of them must pass the gate again. Empty where nothing can be searched.</summary>
    /// <param name="space">A space's slug; null for all that the viewer can read.</param>
    public async Task<IReadOnlyList<PostMatch>> BestPosts(string text, string? space, Viewer viewer, int count, CancellationToken stop = default)
    {
        var query = new PostQuery(QueryText.Of(text), Analyzer);
        if (!query.HasText) return [];

        var collector = new PostCollector((await Spaces(viewer)).Where(s => space is null || s.Slug == space).Select(s => s.Id).ToHashSet());
        IReadOnlyList<PostMatch> best = [];
        return index.TrySearch(searcher =>
        {
            searcher.Search(query.Query, collector);
            best = collector.Best(searcher, query.Bonus, count);
        }) ? best : [];
    }

    /// <summary>An index that is behind still has words that were taken back.</summary>
    bool MayBeMisspelt(SearchRequest request) => request is { MayBeMisspelt: true, Page: <= 1, Text.Length: <= QueryText.MaxLength } && index.CatchingUp is null;

    async ValueTask<List<SearchedSpace>> Spaces(Viewer viewer) =>
        [.. (await known.Ground()).Spaces.Values.Where(s => viewer.CanRead(s.Id)).Select(s => new SearchedSpace(s.Id, s.Slug, s.Name))];

    async Task<TopicFilter> Filter(SearchRequest request, QueryText typed, List<SearchedSpace> spaces, CancellationToken stop) => new(
        spaces.Select(s => s.Id).ToHashSet(),
        typed.Spaces.Count == 0 ? null : typed.Spaces.SelectMany(name => Named(name, spaces)).ToHashSet(),
        typed.Kinds.Count == 0 ? null : typed.Kinds.ToHashSet(),
        typed.Tags.Count == 0 ? null : await TagNames(typed.Tags, stop),
        request.Kind,
        string.IsNullOrEmpty(request.Space) ? null : spaces.Find(s => s.Slug == request.Space)?.Id ?? -1,
        string.IsNullOrEmpty(request.Tag) ? null : (await TagNames([request.Tag], stop)).First());

    static IEnumerable<long> Named(string typed, List<SearchedSpace> spaces)
    {
        var folded = Fold(typed);
        return spaces.Where(s => s.Slug == folded || Fold(s.Name) == folded).Select(s => s.Id);
    }

    /// <summary>Synonyms become their tags; what is no tag stays, and fits nothing.</summary>
    async Task<HashSet<string>> TagNames(IEnumerable<string> typed, CancellationToken stop)
    {
        var names = typed.Select(name => string.Join('-', Plain(name).TrimStart('#').ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToHashSet();
        var (tags, synonyms) = (db.Tags, db.TagSynonyms);
        var meant = await synonyms.Where(s => names.Contains(s.Name)).Join(tags, s => s.TagId, t => t.Id, (s, t) => new { s.Name, Tag = t.Name }).ToDictionaryAsync(s => s.Name, s => s.Tag, stop);
        return [.. names.Select(name => meant.GetValueOrDefault(name, name))];
    }

    internal static List<long> Ids(IndexSearcher searcher, TopDocs found)
    {
        var ids = MultiDocValues.GetNumericValues(searcher.IndexReader, Fields.Id);
        return ids is null ? [] : [.. found.ScoreDocs.Select(hit => ids.Get(hit.Doc))];
    }

    static string Fold(string text) => Folded.Of(Plain(text));

    // Half a surrogate pair cannot be normalised, and PostgreSQL takes neither it nor U+0000.
    static string Plain(string text) => string.Concat(text.Where(c => !char.IsSurrogate(c) && !char.IsControl(c)));
}

/// <summary>A space that the reader may search.</summary>
sealed record SearchedSpace(long Id, string Slug, string Name);
