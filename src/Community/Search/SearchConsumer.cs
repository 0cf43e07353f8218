using Community.Events;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Keeps the index at the end of the log. The checkpoint is in the index's own commits; after any failure it is read from there again.</summary>
public sealed class SearchConsumer(SearchIndex index, ContextFactory contexts, DataFolder data, TimeProvider clock) : IConsumer
{
    const int EventsAStep = 500;
    const int InspectionsShare = 200;

    static readonly TimeSpan CommitWithin = TimeSpan.FromSeconds(1);
    static readonly TimeSpan SaveProgressEvery = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan InspectAtMostEvery = TimeSpan.FromSeconds(30);

    long? dirtySince;
    long inspectedAt;
    Task inspection = Task.CompletedTask;
    TimeSpan inspectAgainAfter;
    OpenIndex? checkedAgainstLog;

    public string Name => "search";

    /// <summary>One stretch of the log, or a rebuild where one is needed or asked for.</summary>
    public async Task<bool> Step(CancellationToken stop)
    {
        if (index.Trouble() is { } trouble) index.SetAside(trouble);
        if (!index.TryOpen()) return false;

        try
        {
            InspectNowAndThen();
            if (await NeedsRebuild(stop)) await Rebuild(_ => { }, stop);
            else if (IndexJob.In(data) is { IsWaiting: true } job) await CarryOut(job, stop);

            return await Follow(stop);
        }
        catch (Exception error)
        {
            // A full disk or a broken file must not leave documents behind that the checkpoint does not know of.
            (dirtySince, inspectedAt) = (null, 0);
            if (error is UnauthorizedAccessException) index.SetAside(error);
            else index.Abandon();
            throw;
        }
    }

    /// <summary>Builds it anew; the caller holds the index.</summary>
    internal async Task Rebuild(Action<IndexProgress> progress, CancellationToken stop)
    {
        await new IndexRebuild(index, contexts, progress).Run(stop);
        checkedAgainstLog = index.Open;
        dirtySince = null;
    }

    /// <summary>To the end of the log and onto the disk, for a command that found nobody else doing it.</summary>
    /// <returns>False when somebody else holds the index.</returns>
    public async Task<bool> BringUp(CancellationToken stop)
    {
        if (!index.TryOpen()) return false;

        while (await Step(stop))
        {
        }

        if (index.Open.IsDirty) index.Open.Commit();
        return true;
    }

    async Task<bool> Follow(CancellationToken stop)
    {
        var open = index.Open;
        await using var db = contexts.Create();
        var events = await db.Events.AsNoTracking().Where(e => e.Id > open.Checkpoint).OrderBy(e => e.Id).Take(EventsAStep).ToListAsync(stop);
        if (events.Count > 0)
        {
            await new IndexUpdate(open, db, stop).Apply(new PendingChanges(events));
            open.Show(events[^1].Id);
            dirtySince ??= clock.GetTimestamp();
        }

        await Progress(db, events, stop);
        if (dirtySince is { } since && clock.GetElapsedTime(since) >= CommitWithin)
        {
            open.Commit();
            dirtySince = null;
        }

        return events.Count == EventsAStep;
    }

    async Task Progress(CommunityContext db, List<Event> events, CancellationToken stop)
    {
        if (events.Count < EventsAStep) index.CatchingUp = null;
        else index.CatchingUp = new IndexProgress(events[^1].Id, await db.Events.MaxAsync(e => e.Id, stop));
    }

    /// <summary>A new index, one of another version, or one that has read a longer log than there is.</summary>
    async Task<bool> NeedsRebuild(CancellationToken stop)
    {
        var open = index.Open;
        if (!open.IsComplete) return true;
        if (checkedAgainstLog == open) return false;

        await using var db = contexts.Create();
        checkedAgainstLog = open;
        return await db.Events.MaxAsync(e => (long?)e.Id, stop) is var last && open.Checkpoint > (last ?? 0);
    }

    async Task CarryOut(IndexJob job, CancellationToken stop)
    {
        var saved = clock.GetTimestamp();
        job = job with { StartedAt = clock.Now() };
        job.Save(data);
        try
        {
            await Rebuild(progress =>
            {
                job = job with { Done = progress.Done, Total = progress.Total };
                if (clock.GetElapsedTime(saved) < SaveProgressEvery) return;
                saved = clock.GetTimestamp();
                job.Save(data);
            }, stop);
            (job with { FinishedAt = clock.Now() }).Save(data);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            (job with { FinishedAt = clock.Now(), Error = error.Message }).Save(data);
            throw;
        }
    }

    void InspectNowAndThen()
    {
        if (!inspection.IsCompleted || inspectedAt != 0 && clock.GetElapsedTime(inspectedAt) < inspectAgainAfter) return;

        var began = clock.GetTimestamp();
        inspectedAt = began;
        inspection = index.Inspect().ContinueWith(_ =>
        {
            var took = clock.GetElapsedTime(began) * InspectionsShare;
            inspectAgainAfter = took > InspectAtMostEvery ? took : InspectAtMostEvery;
        }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }
}
