using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>Groups matching posts by topic, keeps each topic's best, and counts facets, all behind the gate.</summary>
sealed class TopicCollector(TopicFilter filter, Priors priors, bool byDate, int candidates = Candidates.Few) : ICollector, IDisposable
{
    readonly TopicTable topics = TopicTable.Take();
    readonly FacetCounting facets = new(filter);
    readonly Candidates best = new(candidates);

    /// <summary>Whose post is a topic's best is known in the end only.</summary>
    readonly bool countsLate = filter.Chosen.Author is not null;

    Scorer scorer = null!;
    SegmentPosts segment = null!;
    SegmentDay day = null!;
    bool[] readable = [];
    int docBase;

    public FacetCounts Counts => facets.Counts;

    /// <summary>Topics that fit all choices; known once the best were asked for.</summary>
    public int Total => facets.Total;

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        (segment, docBase) = (SegmentPosts.Of(context.AtomicReader), context.DocBase);
        day = segment.On(priors);
        readable = Array.ConvertAll(day.Profiles, IsIn);
        facets.Begin(segment, day);
    }

    public void Collect(int doc)
    {
        var profile = day.ProfileOf[doc];
        if (!readable[profile] || filter.LimitsPosts && !filter.Takes(segment.Rows[doc])) return;

        ref var match = ref topics.Meet(day.Topics[doc], out var isNew);
        if (isNew) match.IsIn = facets.IsWanted(doc, profile) && (countsLate || facets.Count(doc, profile));
        if (!match.IsIn) return;

        var score = scorer.GetScore();
        if (!byDate) best.Keep(docBase + doc, score);
        score *= day.Worths[doc];
        match.Posts++;
        if (!isNew && !byDate && score < match.Score) return;

        ref readonly var post = ref segment.Rows[doc];
        if (!isNew && (byDate ? (post.At, score).CompareTo((match.At, match.Score)) <= 0 : score == match.Score && post.At <= match.At)) return;

        match.Become(post, score, docBase + doc);
    }

    /// <summary>The gate.</summary>
    bool IsIn(TopicProfile topic) => topic.IsPost && filter.Spaces.Contains(topic.SpaceId) && filter.WantedSpaces?.Contains(topic.SpaceId) != false && !filter.UnwantedSpaces.Contains(topic.SpaceId);

    /// <summary>Adds what the best posts have beyond their words; not to a list by date.</summary>
    public void Raise(IndexSearcher searcher, Query? bonus)
    {
        if (bonus is null || byDate) return;

        best.Raise(searcher, bonus);
        foreach (var (doc, post, score) in best.Posts(searcher))
        {
            var weighed = priors.Weigh(post, score);
            ref var match = ref topics.Meet(post.TopicId, out _);
            if (weighed > match.Score || weighed == match.Score && post.At > match.At) match.Become(post, weighed, doc);
        }
    }

    /// <summary>The posts that fit best by their text alone.</summary>
    public List<PostMatch> BestPosts(IndexSearcher searcher, int count) => [.. best.Posts(searcher).OrderByDescending(post => post.Score).ThenBy(post => post.Post.Id).Take(count).Select(post => new PostMatch(post.Post.Id, post.Score))];

    /// <summary>Counts what can be counted in the end only. To be called once, before the best are asked for.</summary>
    public void End(IndexSearcher searcher)
    {
        if (countsLate) CountLate(searcher);
        facets.End();
    }

    /// <summary>The best <paramref name="count"/>, best first.</summary>
    public List<(long TopicId, TopicMatch Match)> Best(int count)
    {
        var worstFirst = new PriorityQueue<(long TopicId, TopicMatch Match), (double, double, long)>();
        var least = double.MinValue;
        for (var i = 0; i < topics.Count; i++)
        {
            ref readonly var match = ref topics.At(i, out var topicId);
            if (!match.IsIn) continue;

            if (match.AuthorId != 0 && !countsLate) CollectionsMarshal.GetValueRefOrAddDefault(topics.Authors, match.AuthorId, out _)++;
            if (worstFirst.Count == count && (byDate ? match.At : (double)match.Score) < least) continue;

            var rank = byDate ? (match.At, match.Score, topicId) : ((double)match.Score, (double)match.At, topicId);
            if (worstFirst.Count < count) worstFirst.Enqueue((topicId, match), rank);
            else if (worstFirst.TryPeek(out _, out var worst) && rank.Item1 >= worst.Item1) worstFirst.EnqueueDequeue((topicId, match), rank);
            if (worstFirst.Count == count && worstFirst.TryPeek(out _, out var last)) least = last.Item1;
        }

        var found = new List<(long, TopicMatch)>(worstFirst.Count);
        while (worstFirst.TryDequeue(out var next, out _)) found.Add(next);
        found.Reverse();
        if (!countsLate) Counts.Authors = topics.Authors;
        return found;
    }

    public void Dispose() => topics.GiveBack();

    void CountLate(IndexSearcher searcher)
    {
        var leaves = searcher.TopReaderContext.Leaves;
        AtomicReaderContext? leaf = null;
        foreach (var (topicId, match) in topics.All.Where(topic => topic.Match.IsIn).OrderBy(topic => topic.Match.Doc))
        {
            var next = leaves[ReaderUtil.SubIndex(match.Doc, leaves)];
            if (next != leaf) SetNextReader(leaf = next);
            topics.Meet(topicId, out _).IsIn = facets.Count(match.Doc - docBase, day.ProfileOf[match.Doc - docBase]);
        }
    }
}
