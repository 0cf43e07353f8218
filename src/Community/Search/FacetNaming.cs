using System.Globalization;
using Community.People;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Turns counted ids into names, the most frequent first.</summary>
sealed class FacetNaming(CommunityContext db, IReadOnlyList<SearchedSpace> spaces)
{
    const int Most = 20;

    public async Task<SearchFacets> Name(FacetCounts counts, CancellationToken stop) => new(
        Words<TopicKind>(counts.Kinds),
        [.. spaces.Where(s => counts.Spaces.ContainsKey(s.Id)).Select(s => new Facet(s.Slug, s.Name, counts.Spaces[s.Id])).OrderByDescending(f => f.Count).ThenBy(f => f.Name, StringComparer.Ordinal).Take(Most)],
        [.. counts.Tags.OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).Take(Most).Select(t => new Facet(t.Key, t.Key, t.Value))],
        await Authors(counts.Authors, stop),
        Words<TopicState>(counts.States));

    static Facet[] Words<T>(int[] counts) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select((value, i) => new Facet(value.ToString().ToLowerInvariant(), value.ToString(), counts[i])).Where(f => f.Count > 0).OrderByDescending(f => f.Count)];

    async Task<IReadOnlyList<Facet>> Authors(Dictionary<long, int> counts, CancellationToken stop)
    {
        var ids = counts.OrderByDescending(a => a.Value).ThenBy(a => a.Key).Take(Most).Select(a => a.Key).ToList();
        if (ids.Count == 0) return [];

        var names = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        return [.. ids.Where(names.ContainsKey).Select(id => new Facet(id.ToString(CultureInfo.InvariantCulture), names[id], counts[id]))];
    }
}
