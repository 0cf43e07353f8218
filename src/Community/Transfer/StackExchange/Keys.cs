using System.Globalization;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.StackExchange;

/// <summary>Finds what rows of the dump became here, by batch: no table of ids is ever held in memory whole.</summary>
sealed class Keys(CommunityStore store, string source)
{
    public Task<Dictionary<long, long>> Find(string table, IEnumerable<long> externalIds) => store.Read(db => Find(db, table, externalIds));

    public async Task<Dictionary<long, long>> Find(CommunityContext db, string table, IEnumerable<long> externalIds)
    {
        var ids = externalIds.Distinct().ToList();
        if (ids.Count == 0) return [];

        return await db.ImportedRows.AsNoTracking()
            .Where(r => r.Source == source && r.Table == table && ids.Contains(r.ExternalId))
            .ToDictionaryAsync(r => r.ExternalId, r => r.SubjectId);
    }

    /// <summary>Inserts at once, when the rows have their ids: one statement, because tracking a key costs as much as tracking a post.</summary>
    public async Task Insert(CommunityContext db, string table, IEnumerable<(long ExternalId, long SubjectId)> rows)
    {
        var values = string.Join(',', rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"({{0}},{{1}},{row.ExternalId},{row.SubjectId})")));
        if (values.Length == 0) return;

#pragma warning disable EF1002 // numbers only
        await db.Database.ExecuteSqlRawAsync($"""INSERT INTO "ImportedRows" ("Source", "Table", "ExternalId", "SubjectId") VALUES {values}""", [source, table], CancellationToken.None);
#pragma warning restore EF1002
    }

    /// <summary>Remembers that these topics' events are to be told when all rows are in.</summary>
    public async Task AddUntold(CommunityContext db, IEnumerable<long> topicIds)
    {
        var ids = topicIds.Distinct().ToList();
        var waiting = await Find(db, TableNames.Untold, ids);
        await Insert(db, TableNames.Untold, ids.Where(id => !waiting.ContainsKey(id)).Select(id => (id, id)));
    }
}
