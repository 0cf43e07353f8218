using System.Diagnostics;
using System.Runtime.CompilerServices;
using Community.Events;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Makes the whole index anew from the database, in one commit: until then searches answer from the old one.</summary>
sealed class IndexRebuild(SearchIndex index, ContextFactory contexts, Action<IndexProgress> progress)
{
    const int TopicsABatch = 200;
    const int PeopleABatch = 500;

    /// <summary>One reads the next topics while the others write those that were read.</summary>
    static readonly int AtOnce = Math.Clamp(Environment.ProcessorCount + 1, 2, 5);

    /// <summary>How often searches see more of a first index. Each time cuts a segment, which is merged with others later.</summary>
    static readonly TimeSpan ShowEvery = TimeSpan.FromSeconds(5);

    public async Task Run(CancellationToken stop)
    {
        var open = index.Open;
        await using var db = contexts.Create();

        // Whatever happens from here on is read from the log afterwards.
        var checkpoint = await db.Events.MaxAsync(e => (long?)e.Id, stop) ?? 0;
        var total = await db.IndexedPosts.LongCountAsync(stop) + await db.IndexedPeople.LongCountAsync(stop);
        var done = 0L;
        Report(0, total);
        var (wasEmpty, shown) = (open.Writer.NumDocs == 0, Stopwatch.GetTimestamp());
        open.Writer.DeleteAll();
        var report = new Lock();

        await Parallel.ForEachAsync(Posts(open, db, stop), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, (posts, _) =>
        {
            foreach (var (topic, post) in posts) open.Writer.AddDocument(Documents.Of(topic, post));
            lock (report)
            {
                Report(done += posts.Count, total);
                if (!wasEmpty || Stopwatch.GetElapsedTime(shown) < ShowEvery) return ValueTask.CompletedTask;

                shown = Stopwatch.GetTimestamp();
            }

            open.Manager.MaybeRefresh();
            return ValueTask.CompletedTask;
        });

        long last = 0;
        while (await db.IndexedPeople.Where(p => p.Id > last).OrderBy(p => p.Id).Select(p => p.Id).Take(PeopleABatch).ToListAsync(stop) is { Count: > 0 } ids)
        {
            Report(done += await new IndexUpdate(open, db, stop).ReplacePeople(ids), total);
            last = ids[^1];
        }

        open.Show(checkpoint);
        open.Commit();
        index.Serve();
    }

    static async IAsyncEnumerable<IReadOnlyList<(TopicRow Topic, PostRow Post)>> Posts(OpenIndex open, CommunityContext db, [EnumeratorCancellation] CancellationToken stop)
    {
        long last = 0;
        while (await db.Topics.AsNoTracking().Where(t => t.Id > last && t.Standing == Standing.Published).OrderBy(t => t.Id).Select(t => t.Id).Take(TopicsABatch).ToListAsync(stop) is { Count: > 0 } ids)
        {
            yield return await new IndexUpdate(open, db, stop).PostsOf(ids);
            last = ids[^1];
        }
    }

    void Report(long done, long total)
    {
        index.CatchingUp = new IndexProgress(Math.Min(done, total), total);
        progress(index.CatchingUp);
    }
}
