namespace Community.Transfer.StackExchange;

/// <summary>
/// Brings in the rows of one table by batches. What is known already is left out; references are looked up and texts rendered before the transaction;
/// rows and their keys are committed together, so that a run killed anywhere goes on where it was.
/// </summary>
/// <typeparam name="T">A row made ready to be stored.</typeparam>
abstract class Pass<T>(ImportRun run, string file, string table, string key)
{
    readonly List<DumpRow> batch = [];
    readonly Pace pace = run.NewPace();
    long bytes;

    protected ImportRun Here { get; } = run;

    protected TableReport Report { get; } = run.Report[table];

    /// <summary>False where another pass over the same file has told of its damage.</summary>
    protected virtual bool ReportsDamage => true;

    public async Task Run()
    {
        foreach (var row in Here.Rows(file, table, ReportsDamage))
        {
            if (!Takes(row)) continue;

            batch.Add(row);
            bytes += row.Length;
            if (batch.Count >= pace.Rows || bytes > Pace.MostBytes) await Flush();
        }

        await Flush();
    }

    /// <summary>Whether the row is this pass's to bring in.</summary>
    protected virtual bool Takes(DumpRow row) => true;

    /// <summary>Told of rows that are there already.</summary>
    protected virtual void Known(DumpRow row)
    {
    }

    /// <summary>Looks up and renders; reports what it leaves out.</summary>
    protected abstract Task<IReadOnlyList<T>> Prepare(IReadOnlyList<DumpRow> rows);

    /// <summary>Adds the rows and their keys.</summary>
    protected abstract Task Write(Store.CommunityContext db, IReadOnlyList<T> ready);

    protected virtual void Written(IReadOnlyList<T> ready) => Report.CountImported(ready.Count);

    async Task Flush()
    {
        if (batch.Count == 0) return;

        Here.Stop.ThrowIfCancellationRequested();
        var known = await Here.Keys.Find(key, batch.Select(row => row.Id));
        var fresh = batch.DistinctBy(row => row.Id).Where(row => !known.ContainsKey(row.Id)).ToList();
        foreach (var row in batch.Where(row => known.ContainsKey(row.Id))) Known(row);
        Report.CountAlreadyThere(batch.Count - fresh.Count);
        batch.Clear();
        bytes = 0;
        if (fresh.Count == 0) return;

        var ready = await Prepare(fresh);
        if (ready.Count == 0) return;

        var ids = fresh.Select(row => row.Id).ToList();
        await pace.Measure(() => Here.Write(async db =>
        {
            if ((await Here.Keys.Find(db, key, ids)).Count > 0)
                throw new RefusedException(Refusal.Conflict, "Another import of {0} is running. Let it finish.", Here.Site.Name);
            await Write(db, ready);
        }), ready.Count);
        Written(ready);
    }
}
