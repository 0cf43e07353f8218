using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>Groups matching posts by topic, keeps each topic's best, and counts facets, all behind the gate.</summary>
/// <param name="wanted">So many of the best topics will be asked for.</param>
sealed class TopicCollector(TopicFilter filter, Priors priors, bool byDate, int wanted, int candidates = Candidates.Few) : IWindowCollector, IDisposable
{
    /// <summary>So many posts are fetched from memory at once.</summary>
    const int AtOnce = 64;

    readonly TopicTable topics = TopicTable.Take();
    readonly SearchedSegments segments = new();
    readonly FacetCounting facets = new(filter);
    readonly Candidates best = new(candidates);

    /// <summary>Null where any topic may be among the best until the end: the later ones are the newer, or some will be taken out.</summary>
    readonly LeadingTopics? leading = byDate || filter.Chosen.Author is not null ? null : new LeadingTopics(wanted);

    /// <summary>Whose post is a topic's best is known in the end only.</summary>
    readonly bool countsLate = filter.Chosen.Author is not null;

    readonly bool limitsPosts = filter.LimitsPosts;

    Scorer scorer = null!;
    SearchedSegments.Segment segment = null!;
    bool[] readable = [];

    /// <summary>Whose posts are best, by id.</summary>
    int[] authors = [];

    public FacetCounts Counts => facets.Counts;

    /// <summary>Topics that fit all choices; known once the best were asked for.</summary>
    public int Total => facets.Total;

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        segment = segments.Add(context, priors);
        readable = Array.ConvertAll(segment.Day.Profiles, IsIn);
        topics.Reserve(segment.Day.LastTopic);
        if (segment.Day.LastAuthor >= authors.Length) Array.Resize(ref authors, segment.Day.LastAuthor + 1);
        facets.Begin(segment.Posts, segment.Day, countsLate ? null : readable);
    }

    public void Collect(int doc) => Collect([doc], [scorer.GetScore()]);

    public void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        if (limitsPosts) (docs, scores) = filter.Taken(segment.Posts.Rows, docs, scores);
        Span<PostToday> posts = stackalloc PostToday[AtOnce];
        Span<float> weighed = stackalloc float[AtOnce];
        Span<PostRun> runs = stackalloc PostRun[AtOnce];
        Span<TopicOutline> outlines = stackalloc TopicOutline[AtOnce];
        for (; docs.Length > 0; docs = docs[posts.Length..], scores = scores[posts.Length..])
        {
            posts = posts[..Math.Min(AtOnce, docs.Length)];
            segment.Day.Read(docs, posts);
            Weigh(docs, scores, posts, weighed);
            var found = runs[..PostRun.Find(posts, weighed, runs)];
            segment.Day.Read(found, posts, outlines);
            facets.Fetch(outlines[..found.Length]);
            for (var (i, start) = (0, 0); i < found.Length; start = found[i++].End)
            {
                ref readonly var run = ref found[i];
                ref readonly var post = ref posts[run.Best];
                ref var match = ref topics.Meet(run.TopicId, out var isNew);
                if (isNew && !facets.CountPlainly(outlines[i]) && !Begins(outlines[i])) match.Leave();
                if (!match.IsIn) continue;

                match.Posts = (ushort)Math.Min(match.Posts + run.End - start, ushort.MaxValue);
                var (doc, score) = (segment.From + docs[run.Best], weighed[run.Best]);
                if (isNew || score > match.Score || score == match.Score && IsNewer(doc, match.Doc)) Become(ref match, run.TopicId, doc, score, post.AuthorId);
            }

            if (!byDate) Keep(docs, scores, posts);
        }
    }

    void Keep(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores, ReadOnlySpan<PostToday> posts)
    {
        for (var i = 0; i < posts.Length; i++)
            if (scores[i] > best.Least && topics[posts[i].TopicId].IsIn) best.Keep(segment.From + docs[i], scores[i]);
    }

    void Weigh(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores, ReadOnlySpan<PostToday> posts, Span<float> weighed)
    {
        if (byDate) for (var i = 0; i < posts.Length; i++) weighed[i] = segment.Day.Times[docs[i]];
        else for (var i = 0; i < posts.Length; i++) weighed[i] = scores[i] * posts[i].Worth;
    }

    /// <summary>Whether a topic is in, judged by the first of its posts that is met.</summary>
    bool Begins(in TopicOutline topic) => readable[topic.Profile] && facets.IsWanted(topic) && (countsLate || facets.Count(topic));

    /// <summary>The gate.</summary>
    bool IsIn(TopicProfile topic) => topic.IsPost && filter.Spaces.Contains(topic.SpaceId) && filter.WantedSpaces?.Contains(topic.SpaceId) != false && !filter.UnwantedSpaces.Contains(topic.SpaceId);

    /// <summary>The author of none is 0, who is counted for nothing.</summary>
    void Become(ref TopicMatch match, int topicId, int doc, float score, int authorId)
    {
        authors[match.AuthorId]--;
        authors[authorId]++;
        (match.Score, match.Doc, match.AuthorId) = (score, doc, authorId);
        leading?.Add(topicId, score, topics);
    }

    bool IsNewer(int doc, int than) => At(doc) > At(than);

    long At(int doc) => segments.Row(doc).At;

    /// <summary>Adds what the best posts have beyond their words; not to a list by date.</summary>
    public void Raise(IndexSearcher searcher, IReadOnlyList<WordRow> rows)
    {
        if (byDate || rows.Count == 0) return;

        best.Raise(searcher, rows);
        WeighBest(searcher);
    }

    /// <summary>Adds what the best posts have of the words that others like them use.</summary>
    public void Raise(IndexSearcher searcher, InFields? words)
    {
        if (byDate || words is null) return;

        best.Raise(searcher, words);
        WeighBest(searcher);
    }

    void WeighBest(IndexSearcher searcher)
    {
        foreach (var (doc, post, score, reports) in best.Posts(searcher))
        {
            var weighed = priors.Weigh(post, score, reports);
            ref var match = ref topics[(int)post.TopicId];
            if (weighed > match.Score || weighed == match.Score && IsNewer(doc, match.Doc)) Become(ref match, (int)post.TopicId, doc, weighed, (int)post.AuthorId);
        }
    }

    /// <summary>The posts that fit best by their text alone.</summary>
    public List<PostMatch> BestPosts(IndexSearcher searcher, int count) => [.. best.Posts(searcher).OrderByDescending(post => post.Score).ThenBy(post => post.Post.Id).Take(count).Select(post => new PostMatch(post.Post.Id, post.Score))];

    /// <summary>Counts what can be counted in the end only. To be called once, before the best are asked for.</summary>
    public void End()
    {
        if (countsLate) CountLate();
        else Counts.CountAuthors(authors);
        facets.End();
    }

    /// <summary>The best ones that were wanted, best first.</summary>
    public List<FoundTopic> Best()
    {
        var worstFirst = new PriorityQueue<int, (float Score, long, int)>();
        var least = float.MinValue;
        foreach (var topicId in leading?.Of(topics) ?? topics.Met.ToArray())
        {
            ref readonly var match = ref topics[topicId];
            if (!match.IsIn || match.Score < least) continue;

            var rank = (match.Score, At(match.Doc), topicId);
            if (worstFirst.Count < wanted) worstFirst.Enqueue(topicId, rank);
            else worstFirst.EnqueueDequeue(topicId, rank);
            if (worstFirst.Count == wanted && worstFirst.TryPeek(out _, out var last)) least = last.Score;
        }

        var found = new List<FoundTopic>(worstFirst.Count);
        while (worstFirst.TryDequeue(out var topicId, out _)) found.Add(Found(topicId, topics[topicId]));
        found.Reverse();
        return found;
    }

    FoundTopic Found(int topicId, in TopicMatch match) =>
        new(topicId, segments.Row(match.Doc).Id, byDate ? 0 : match.Score, match.Posts, segments.Of(match.Doc) is var segment && segment.Posts.Reports.ContainsKey(match.Doc - segment.From));

    public void Dispose() => topics.GiveBack();

    void CountLate()
    {
        SearchedSegments.Segment? begun = null;
        foreach (var topicId in topics.Met.ToArray().Where(id => topics[id].IsIn).OrderBy(id => topics[id].Doc))
        {
            ref var match = ref topics[topicId];
            var next = segments.Of(match.Doc);
            if (next != begun) facets.Begin(next.Posts, next.Day, null);
            begun = next;
            if (!facets.Count(next.Day.Outlines[next.Day.Posts[match.Doc - next.From].Outline], match.AuthorId)) match.Leave();
        }
    }
}
