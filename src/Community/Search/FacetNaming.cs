using System.Globalization;
using Community.Spaces;
using Community.Topics;

namespace Community.Search;

/// <summary>Turns counted ids into names, the most frequent first.</summary>
sealed class FacetNaming(KnownCommunity known, IReadOnlyList<SearchedSpace> spaces)
{
    const int Most = 20;

    public async Task<SearchFacets> Name(FacetCounts counts) => new(
        Words<TopicKind>(counts.Kinds),
        [.. spaces.Where(s => counts.Spaces.ContainsKey(s.Id)).Select(s => new Facet(s.Slug, s.Name, counts.Spaces[s.Id])).OrderByDescending(f => f.Count).ThenBy(f => f.Name, StringComparer.Ordinal).Take(Most)],
        [.. counts.Tags.OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).Take(Most).Select(t => new Facet(t.Key, t.Key, t.Value))],
        await Authors(counts.Authors),
        Words<StateWord>(counts.States),
        [.. counts.Years.OrderByDescending(y => y.Key).Take(Most).Select(y => (Year: y.Key.ToString(CultureInfo.InvariantCulture), Count: y.Value)).Select(y => new Facet(y.Year, y.Year, y.Count))]);

    static Facet[] Words<T>(int[] counts) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select((value, i) => new Facet(value.ToString().ToLowerInvariant(), value.ToString(), counts[i])).Where(f => f.Count > 0).OrderByDescending(f => f.Count)];

    async Task<IReadOnlyList<Facet>> Authors(Dictionary<long, int> counts)
    {
        // Thousands may have written what fits; only the first few are named.
        var fewest = new PriorityQueue<long, (int, long)>();
        foreach (var (id, count) in counts)
        {
            if (fewest.Count < Most) fewest.Enqueue(id, (count, -id));
            else if (fewest.TryPeek(out _, out var least) && count > least.Item1) fewest.EnqueueDequeue(id, (count, -id));
        }

        var ids = fewest.UnorderedItems.OrderByDescending(a => a.Priority).Select(a => a.Element).ToList();
        if (ids.Count == 0) return [];

        var names = await known.Names(ids);
        return [.. ids.Where(names.ContainsKey).Select(id => new Facet(id.ToString(CultureInfo.InvariantCulture), names[id].Name, counts[id]))];
    }
}
