using Community.People;
using Community.Search.Gaps;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Search.Asked;

/// <summary>Writes down what was searched for, many at once, and counts the gaps that it touches. Texts that name somebody who is here are let go.</summary>
public sealed class KeepSearches(CommunityStore store, GapRules rules, TimeProvider clock)
{
    const int RowsAWrite = 100;

    /// <summary>Those with a row already had something opened.</summary>
    public async Task Run(IReadOnlyList<NotedSearch> searches, CancellationToken stop = default)
    {
        if (searches.Any(noted => noted.RowId == 0)) await LetGo(searches, stop);
        foreach (var some in searches.Where(noted => !noted.IsDropped).Chunk(RowsAWrite))
        {
            var rows = await store.Write(db => Write(db, some, stop), stop);
            foreach (var (noted, row) in some.Zip(rows)) noted.RowId = row.Id;
        }
    }

    async Task LetGo(IReadOnlyList<NotedSearch> searches, CancellationToken stop)
    {
        var names = (await store.Read(db => db.People.Where(p => !p.IsImported).Select(p => p.NameFolded).ToListAsync(stop))).Select(AskedText.FamilyName).ToHashSet();
        foreach (var noted in searches) noted.IsDropped |= noted.RowId == 0 && AskedText.NamesSomebody(noted.Words, names);
    }

    async Task<IReadOnlyList<AskedSearch>> Write(CommunityContext db, NotedSearch[] some, CancellationToken stop)
    {
        await db.LockName("gaps", stop);
        var ids = some.Select(noted => noted.RowId).Where(id => id > 0).ToList();
        var known = await db.AskedSearches.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, stop);
        var rows = new List<AskedSearch>(some.Length);
        foreach (var noted in some)
        {
            // A row may be gone meanwhile; then its opening is, too.
            var row = known.GetValueOrDefault(noted.RowId) ?? new AskedSearch(noted);
            if (noted.RowId == 0) db.AskedSearches.Add(row);
            row.Open(noted.Position);
            rows.Add(row);
        }

        await db.SaveChangesAsync(stop);
        await new GapCounting(db, rules, clock.Now()).Count([.. rows.Where(GapCounting.Counts).Select(row => row.Group).Distinct()], stop);
        await db.SaveChangesAsync(stop);
        return rows;
    }
}
