using Community.Topics;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>Keeps the best matching posts, each for itself, of the spaces that may be searched.</summary>
sealed class PostCollector(IReadOnlySet<long> spaces, int count) : ICollector
{
    readonly PriorityQueue<PostMatch, (float, long)> worstFirst = new();

    Scorer scorer = null!;
    NumericDocValues topic = null!, space = null!, id = null!, part = null!;

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        NumericDocValues Values(string field) => context.AtomicReader.GetNumericDocValues(field) ?? DocValues.EMPTY_NUMERIC;
        (topic, space, id, part) = (Values(Fields.Topic), Values(Fields.Space), Values(Fields.Id), Values(Fields.Part));
    }

    public void Collect(int doc)
    {
        if (topic.Get(doc) == 0 || !spaces.Contains(space.Get(doc))) return;

        var match = new PostMatch(id.Get(doc), scorer.GetScore() * (part.Get(doc) == (long)Part.Comment ? Ranking.Comment : 1));
        var rank = (match.Score, -match.PostId);
        if (worstFirst.Count < count) worstFirst.Enqueue(match, rank);
        else worstFirst.EnqueueDequeue(match, rank);
    }

    /// <summary>In no order.</summary>
    public IReadOnlyList<PostMatch> Best() => [.. worstFirst.UnorderedItems.Select(item => item.Element)];
}

/// <summary>A post and how well it fits; before the gate.</summary>
public sealed record PostMatch(long PostId, float Score);
