using Community.Store;
using Lucene.Net.Index;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Compares every document's stamp with one made of the rows.</summary>
sealed class IndexComparison(CommunityContext db)
{
    const int RowsABatch = 2_000;

    readonly Dictionary<long, long> posts = [];
    readonly Dictionary<long, long> people = [];

    long missing, extra, stale;

    public async Task<IndexCheck> Run(IndexReader index, CancellationToken stop)
    {
        foreach (var leaf in index.Leaves) Read(leaf.AtomicReader);
        var documents = posts.Count;
        await ComparePosts(stop);
        await ComparePeople(stop);
        return new IndexCheck(documents, missing, extra + posts.Count + people.Count, stale);
    }

    void Read(AtomicReader reader)
    {
        var (ids, stamps, topics) = (reader.GetNumericDocValues(Fields.Id), reader.GetNumericDocValues(Fields.Stamp), reader.GetNumericDocValues(Fields.Topic));
        var live = reader.LiveDocs;
        for (var doc = 0; doc < reader.MaxDoc; doc++)
        {
            if (live?.Get(doc) == false) continue;
            var isPost = topics is not null && topics.Get(doc) != 0;
            if (!(isPost ? posts : people).TryAdd(ids.Get(doc), stamps.Get(doc))) extra++;
        }
    }

    async Task ComparePosts(CancellationToken stop)
    {
        long last = 0;
        while (await db.WithoutText(db.IndexedPosts.Where(p => p.Id > last).OrderBy(p => p.Id).Take(RowsABatch)).ToListAsync(stop) is { Count: > 0 } rows)
        {
            var topics = await db.IndexedTopics([.. rows.Select(r => r.TopicId).Distinct()], stop);
            foreach (var row in (await db.WithReports(rows, stop)).Where(r => topics.ContainsKey(r.TopicId))) Compare(posts, row.Id, Stamp.Of(topics[row.TopicId], row));
            last = rows.Max(r => r.Id);
        }
    }

    async Task ComparePeople(CancellationToken stop)
    {
        long last = 0;
        while (await db.WithUnits(db.IndexedPeople.Where(p => p.Id > last).OrderBy(p => p.Id).Take(RowsABatch)).ToListAsync(stop) is { Count: > 0 } rows)
        {
            foreach (var row in rows) Compare(people, row.Id, Stamp.Of(row));
            last = rows.Max(r => r.Id);
        }
    }

    void Compare(Dictionary<long, long> indexed, long id, long stamp)
    {
        if (!indexed.Remove(id, out var found)) missing++;
        else if (found != stamp) stale++;
    }
}
