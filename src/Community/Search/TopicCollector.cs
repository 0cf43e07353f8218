using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>Groups matching posts by topic, keeps each topic's best, and counts facets, all behind the gate.</summary>
sealed class TopicCollector(TopicFilter filter, Priors priors, bool byDate, int candidates = Candidates.Few) : IWindowCollector, IDisposable
{
    /// <summary>So many posts are fetched from memory at once.</summary>
    const int AtOnce = 64;

    readonly TopicTable topics = TopicTable.Take();
    readonly SearchedSegments segments = new();
    readonly FacetCounting facets = new(filter);
    readonly Candidates best = new(candidates);

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
        Span<PostToday> posts = stackalloc PostToday[AtOnce];
        Span<PostSide> sides = stackalloc PostSide[AtOnce];
        for (; docs.Length > AtOnce; docs = docs[AtOnce..], scores = scores[AtOnce..]) Collect(docs, scores, posts, sides);
        Collect(docs, scores, posts[..docs.Length], sides[..docs.Length]);
    }

    void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores, Span<PostToday> posts, Span<PostSide> sides)
    {
        segment.Day.Read(docs, posts);
        ReadSides(docs, posts, sides);
        facets.Fetch(sides);
        var from = segment.From;
        for (var i = 0; i < posts.Length; i++)
        {
            var doc = docs[i];
            ref readonly var post = ref posts[i];
            if (limitsPosts && !filter.Takes(segment.Posts.Rows[doc])) continue;

            ref var match = ref topics.Meet(post.TopicId, out var isNew);
            if (isNew && !facets.CountPlainly(sides[i]) && !Begins(sides[i])) match.Leave();
            if (!match.IsIn) continue;

            if (!byDate) best.Keep(from + doc, scores[i]);
            if (match.Posts < ushort.MaxValue) match.Posts++;
            var score = byDate ? sides[i].At : scores[i] * post.Worth;
            if (isNew || score > match.Score || score == match.Score && IsNewer(from + doc, match.Doc)) Become(ref match, from + doc, score, segment.Day.Sides[doc].AuthorId);
        }
    }

    /// <summary>Of posts that are the first of their topic; of all in a list by date. The others keep what stood there.</summary>
    void ReadSides(ReadOnlySpan<int> docs, ReadOnlySpan<PostToday> posts, Span<PostSide> sides)
    {
        Span<int> fresh = stackalloc int[AtOnce];
        var count = 0;
        for (var i = 0; i < posts.Length; i++)
        {
            fresh[count] = i;
            count += byDate || topics.IsNew(posts[i].TopicId) ? 1 : 0;
        }

        var all = segment.Day.Sides;
        foreach (var i in fresh[..count]) sides[i] = all[docs[i]];
    }

    /// <summary>Whether a topic is in, judged by the first of its posts that is met.</summary>
    bool Begins(in PostSide post) => readable[post.Profile] && facets.IsWanted(post) && (countsLate || facets.Count(post));

    /// <summary>The gate.</summary>
    bool IsIn(TopicProfile topic) => topic.IsPost && filter.Spaces.Contains(topic.SpaceId) && filter.WantedSpaces?.Contains(topic.SpaceId) != false && !filter.UnwantedSpaces.Contains(topic.SpaceId);

    /// <summary>The author of none is 0, who is counted for nothing.</summary>
    void Become(ref TopicMatch match, int doc, float score, int authorId)
    {
        authors[match.AuthorId]--;
        authors[authorId]++;
        (match.Score, match.Doc, match.AuthorId) = (score, doc, authorId);
    }

    bool IsNewer(int doc, int than) => At(doc) > At(than);

    long At(int doc) => segments.Row(doc).At;

    /// <summary>Adds what the best posts have beyond their words; not to a list by date.</summary>
    public void Raise(IndexSearcher searcher, Query? bonus)
    {
        if (bonus is null || byDate) return;

        best.Raise(searcher, bonus);
        foreach (var (doc, post, score) in best.Posts(searcher))
        {
            var weighed = priors.Weigh(post, score);
            ref var match = ref topics[(int)post.TopicId];
            if (weighed > match.Score || weighed == match.Score && IsNewer(doc, match.Doc)) Become(ref match, doc, weighed, (int)post.AuthorId);
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

    /// <summary>The best <paramref name="count"/>, best first.</summary>
    public List<FoundTopic> Best(int count)
    {
        var worstFirst = new PriorityQueue<int, (float Score, long, int)>();
        var least = float.MinValue;
        foreach (var topicId in topics.Met)
        {
            ref readonly var match = ref topics[topicId];
            if (!match.IsIn || match.Score < least) continue;

            var rank = (match.Score, At(match.Doc), topicId);
            if (worstFirst.Count < count) worstFirst.Enqueue(topicId, rank);
            else worstFirst.EnqueueDequeue(topicId, rank);
            if (worstFirst.Count == count && worstFirst.TryPeek(out _, out var last)) least = last.Score;
        }

        var found = new List<FoundTopic>(worstFirst.Count);
        while (worstFirst.TryDequeue(out var topicId, out _)) found.Add(new FoundTopic(topicId, segments.Row(topics[topicId].Doc).Id, byDate ? 0 : topics[topicId].Score, topics[topicId].Posts));
        found.Reverse();
        return found;
    }

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
            if (!facets.Count(next.Day.Sides[match.Doc - next.From])) match.Leave();
        }
    }
}
