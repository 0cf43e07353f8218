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

    public void Add(CommunityContext db, string table, long externalId, long subjectId) =>
        db.ImportedRows.Add(new ImportedRow(source, table, externalId, subjectId));

    /// <summary>Remembers that these topics' events are to be told when all rows are in.</summary>
    public async Task AddUntold(CommunityContext db, IEnumerable<long> topicIds)
    {
        var ids = topicIds.Distinct().ToList();
        var waiting = await Find(db, TableNames.Untold, ids);
        foreach (var id in ids.Where(id => !waiting.ContainsKey(id))) Add(db, TableNames.Untold, id, id);
    }
}
