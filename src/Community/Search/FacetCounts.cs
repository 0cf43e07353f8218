using Community.Topics;

namespace Community.Search;

/// <summary>Topics by value.</summary>
sealed class FacetCounts
{
    public int[] Kinds { get; } = new int[Enum.GetValues<TopicKind>().Length];

    public int[] States { get; } = new int[StateBits.Count];

    public Dictionary<long, int> Spaces { get; } = [];

    public Dictionary<short, int> Years { get; } = [];

    public Dictionary<long, int> Authors { get; } = [];

    public IReadOnlyDictionary<string, int> Tags { get; set; } = new Dictionary<string, int>();

    /// <param name="topics">By the author's id; nobody's is 0.</param>
    public void CountAuthors(ReadOnlySpan<int> topics)
    {
        for (var author = 1; author < topics.Length; author++)
            if (topics[author] > 0) Authors[author] = topics[author];
    }
}
