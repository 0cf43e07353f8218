using System.Runtime.InteropServices;
using Community.Topics;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Community.Search;

/// <summary>Groups matching posts by topic, keeps each topic's best, and counts facets, all behind the gate.</summary>
sealed class TopicCollector(TopicFilter filter, bool byDate) : ICollector
{
    readonly Dictionary<long, TopicMatch> topics = [];
    readonly Dictionary<string, int> tags = [];
    readonly List<long> ordsOfDoc = [];

    Scorer scorer = null!;
    NumericDocValues topic = null!, space = null!, kind = null!, state = null!, author = null!, at = null!, id = null!, part = null!;
    SortedSetDocValues? tag;
    int[] tagCounts = [];
    long tagChoice = -1;
    HashSet<long>? tagsAllowed;

    public FacetCounts Counts { get; } = new();

    /// <summary>Topics that fit all choices.</summary>
    public int Total { get; private set; }

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        EndReader();
        var reader = context.AtomicReader;
        NumericDocValues Values(string field) => reader.GetNumericDocValues(field) ?? DocValues.EMPTY_NUMERIC;
        (topic, space, kind, state) = (Values(Fields.Topic), Values(Fields.Space), Values(Fields.Kind), Values(Fields.State));
        (author, at, id, part) = (Values(Fields.AuthorId), Values(Fields.At), Values(Fields.Id), Values(Fields.Part));
        tag = reader.GetSortedSetDocValues(Fields.Tag);
        tagCounts = new int[tag?.ValueCount ?? 0];
        tagChoice = filter.Tag is null ? -1 : Ord(filter.Tag);
        tagsAllowed = filter.TagChoice is null ? null : [.. filter.TagChoice.Select(Ord).Where(o => o >= 0)];
    }

    public void Collect(int doc)
    {
        var topicId = topic.Get(doc);
        if (topicId == 0) return;

        var spaceId = space.Get(doc);
        if (!filter.Spaces.Contains(spaceId) || filter.SpaceChoice?.Contains(spaceId) == false) return;

        ref var match = ref CollectionsMarshal.GetValueRefOrAddDefault(topics, topicId, out var isKnown);
        if (!isKnown) match.IsIn = Count(doc, spaceId);
        if (!match.IsIn) return;

        var score = scorer.GetScore() * (part.Get(doc) == (long)Part.Comment ? Ranking.Comment : 1);
        var date = at.Get(doc);
        if (isKnown && (byDate ? (date, score).CompareTo((match.At, match.Score)) <= 0 : (score, date).CompareTo((match.Score, match.At)) <= 0)) return;

        (match.Score, match.At, match.PostId, match.AuthorId) = (score, date, id.Get(doc), author.Get(doc));
    }

    /// <summary>The best <paramref name="count"/>, best first.</summary>
    public List<(long TopicId, TopicMatch Match)> Best(int count)
    {
        EndReader();
        var worstFirst = new PriorityQueue<(long TopicId, TopicMatch Match), (double, double, long)>();
        foreach (var (topicId, match) in topics)
        {
            if (!match.IsIn) continue;
            var rank = byDate ? (match.At, match.Score, topicId) : ((double)match.Score, (double)match.At, topicId);
            if (worstFirst.Count < count) worstFirst.Enqueue((topicId, match), rank);
            else worstFirst.EnqueueDequeue((topicId, match), rank);
            if (match.AuthorId != 0) Counts.Authors[match.AuthorId] = Counts.Authors.GetValueOrDefault(match.AuthorId) + 1;
        }

        var best = new List<(long, TopicMatch)>(worstFirst.Count);
        while (worstFirst.TryDequeue(out var next, out _)) best.Add(next);
        best.Reverse();
        Counts.Tags = tags;
        return best;
    }

    /// <summary>Counts a topic once, by the first post met: what is counted is the same in all of them. A facet ignores its own choice.</summary>
    bool Count(int doc, long spaceId)
    {
        var topicKind = (TopicKind)kind.Get(doc);
        if (filter.KindChoice?.Contains(topicKind) == false) return false;

        var ords = Tags(doc);
        if (tagsAllowed is not null && !ords.Any(tagsAllowed.Contains)) return false;

        var fitsKind = filter.Kind is null || filter.Kind == topicKind;
        var fitsSpace = filter.Space is null || filter.Space == spaceId;
        var fitsTag = filter.Tag is null || ords.Contains(tagChoice);
        if (fitsSpace && fitsTag) Counts.Kinds[(int)topicKind]++;
        if (fitsKind && fitsTag) Counts.Spaces[spaceId] = Counts.Spaces.GetValueOrDefault(spaceId) + 1;
        if (fitsKind && fitsSpace) foreach (var ord in ords) tagCounts[ord]++;
        if (!fitsKind || !fitsSpace || !fitsTag) return false;

        Counts.States[(int)state.Get(doc)]++;
        Total++;
        return true;
    }

    List<long> Tags(int doc)
    {
        ordsOfDoc.Clear();
        if (tag is null) return ordsOfDoc;

        tag.SetDocument(doc);
        for (var ord = tag.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = tag.NextOrd()) ordsOfDoc.Add(ord);
        return ordsOfDoc;
    }

    long Ord(string name) => tag?.LookupTerm(new BytesRef(name)) ?? -1;

    void EndReader()
    {
        var name = new BytesRef();
        for (var ord = 0; ord < tagCounts.Length; ord++)
        {
            if (tagCounts[ord] == 0) continue;
            tag!.LookupOrd(ord, name);
            var text = name.Utf8ToString();
            tags[text] = tags.GetValueOrDefault(text) + tagCounts[ord];
        }

        tagCounts = [];
    }
}
