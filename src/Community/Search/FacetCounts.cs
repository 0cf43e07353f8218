using Community.Topics;

namespace Community.Search;

/// <summary>Topics by value.</summary>
sealed class FacetCounts
{
    public int[] Kinds { get; } = new int[Enum.GetValues<TopicKind>().Length];

    public int[] States { get; } = new int[StateBits.Count];

    public Dictionary<long, int> Spaces { get; } = [];

    public Dictionary<short, int> Years { get; } = [];

    public Dictionary<long, int> Authors { get; set; } = [];

    public IReadOnlyDictionary<string, int> Tags { get; set; } = new Dictionary<string, int>();
}
