using Community.Search.Asked;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Search.Gaps;

/// <summary>Adds up the searches of gaps, in the transaction that wrote them. Only searches of staff over all spaces count: what was narrowed may be there, and what others typed is not for staff's list.</summary>
public sealed class GapCounting(CommunityContext db, GapRules rules, DateTime now)
{
    public static bool Counts(AskedSearch row) => row is { By: Asker.Staff, IsNarrowed: false };

    /// <summary>The searches that count.</summary>
    public static IQueryable<AskedSearch> Counted(IQueryable<AskedSearch> rows) => rows.Where(row => row.By == Asker.Staff && !row.IsNarrowed);

    internal async Task Count(IReadOnlyCollection<string> groups, CancellationToken stop)
    {
        var gaps = await db.Gaps.Include(g => g.Claims).Where(g => groups.Contains(g.Group)).ToDictionaryAsync(g => g.Group, stop);
        foreach (var group in groups) await Count(group, gaps.GetValueOrDefault(group), stop);
    }

    async Task Count(string group, Gap? gap, CancellationToken stop)
    {
        var rows = Counted(db.AskedSearches).Where(row => row.Group == group);
        if (gap?.CountedFrom is { } from) rows = rows.Where(row => row.Day >= from);
        var typed = await rows.GroupBy(row => row.Words).Select(g => new { Words = g.Key, Searches = g.Count(), Missed = g.Count(row => row.Position == null), Last = g.Max(row => row.Day) }).ToListAsync(stop);
        if (typed.Count == 0 || gap is null && typed.Sum(t => t.Missed) < rules.FewestSearches) return;

        gap ??= db.Gaps.Add(new Gap(group)).Entity;
        gap.Count(new GapFigures(typed.OrderByDescending(t => t.Searches).ThenBy(t => t.Words, StringComparer.Ordinal).First().Words, typed.Sum(t => t.Searches), typed.Sum(t => t.Missed), typed.Max(t => t.Last)), rules);
        if (gap.Claimed is { } claim) await CloseIfFound(gap, rows.Where(row => row.Day >= claim.At.Date), stop);
    }

    /// <summary>Since somebody took it up it was found at least as often as not.</summary>
    async Task CloseIfFound(Gap gap, IQueryable<AskedSearch> since, CancellationToken stop)
    {
        var (all, opened) = (await since.CountAsync(stop), await since.CountAsync(row => row.Position != null && row.Found > 0, stop));
        if (opened > 0 && opened * 2 >= all) gap.CloseAsFound(now);
    }
}
