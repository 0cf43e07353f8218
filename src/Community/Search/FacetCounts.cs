using Community.Topics;

namespace Community.Search;

/// <summary>Topics by value.</summary>
sealed class FacetCounts
{
    public int[] Kinds { get; } = new int[Enum.GetValues<TopicKind>().Length];

    public int[] States { get; } = new int[Enum.GetValues<TopicState>().Length];

    public Dictionary<long, int> Spaces { get; } = [];

    public IReadOnlyDictionary<long, int> Authors { get; set; } = new Dictionary<long, int>();

    public IReadOnlyDictionary<string, int> Tags { get; set; } = new Dictionary<string, int>();
}
