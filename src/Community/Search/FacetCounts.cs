using Community.Topics;

namespace Community.Search;

/// <summary>Topics by value.</summary>
sealed class FacetCounts
{
    public const int MostAuthors = 20;

    public int[] Kinds { get; } = new int[Enum.GetValues<TopicKind>().Length];

    public int[] States { get; } = new int[StateBits.Count];

    public Dictionary<long, int> Spaces { get; } = [];

    public Dictionary<short, int> Years { get; } = [];

    public Dictionary<long, int> Authors { get; } = [];

    public IReadOnlyDictionary<string, int> Tags { get; set; } = new Dictionary<string, int>();

    /// <summary>Keeps the <see cref="MostAuthors"/> with the most topics: thousands may have written what fits.</summary>
    /// <param name="topics">By the author's id; nobody's is 0.</param>
    public void CountAuthors(ReadOnlySpan<int> topics)
    {
        var (fewest, least) = (new PriorityQueue<int, (int Topics, int)>(), 0);
        for (var author = 1; author < topics.Length; author++)
        {
            if (topics[author] <= least) continue;

            if (fewest.Count < MostAuthors) fewest.Enqueue(author, (topics[author], -author));
            else fewest.EnqueueDequeue(author, (topics[author], -author));
            if (fewest.Count == MostAuthors && fewest.TryPeek(out _, out var last)) least = last.Topics;
        }

        foreach (var (author, (count, _)) in fewest.UnorderedItems) Authors[author] = count;
    }
}
