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
        var ids = counts.OrderByDescending(a => a.Value).ThenBy(a => a.Key).Take(FacetCounts.MostAuthors).Select(a => a.Key).ToList();
        if (ids.Count == 0) return [];

        var names = await known.Names(ids);
        return [.. ids.Where(names.ContainsKey).Select(id => new Facet(id.ToString(CultureInfo.InvariantCulture), names[id].Name, counts[id]))];
    }
}
