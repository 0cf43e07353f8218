using Community.Store;

namespace Community.Transfer.StackExchange;

/// <summary>One run of an import: what all its passes share.</summary>
sealed class ImportRun(CommunityStore store, TimeProvider clock, DumpFolder folder, Site site, ImportReport report, ReadingProgress progress, CancellationToken stop)
{
    const int MostBusyTries = 24;

    public CommunityStore Store { get; } = store;

    public DumpFolder Folder { get; } = folder;

    public Site Site { get; } = site;

    public ImportReport Report { get; } = report;

    public Keys Keys { get; } = new(store, site.Name);

    public Authors Authors { get; } = new(store, site, clock);

    public CancellationToken Stop { get; } = stop;

    public long SpaceId { get; init; }

    public DateTime Now => clock.Now();

    /// <summary>The rows of a file; none when the dump has no such file. Damaged lines go to the report.</summary>
    public IEnumerable<DumpRow> Rows(string fileTable, string table, bool reportsDamage = true)
    {
        if (Folder.Find(fileTable) is not { } path) yield break;

        var rows = new DumpRows(path, (reason, example) =>
        {
            if (reportsDamage) Report[fileTable].Skip(reason, example);
        });
        foreach (var row in rows.All())
        {
            Stop.ThrowIfCancellationRequested();
            progress.Tell(table, row.Offset);
            yield return row;
        }

        progress.End(new FileInfo(path).Length);
    }

    /// <summary>One transaction. Another process may hold the database for longer than a write waits: asked again for about two minutes.</summary>
    public async Task Write(Func<CommunityContext, Task> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Store.Write(work, CancellationToken.None);
                return;
            }
            catch (StoreBusyException) when (attempt < MostBusyTries)
            {
                Stop.ThrowIfCancellationRequested();
            }
        }
    }

    public Pace NewPace() => new(clock);
}
