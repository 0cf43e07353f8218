namespace Community.Transfer;

/// <summary>What became of the rows of one table.</summary>
public sealed class TableReport(string table)
{
    readonly Dictionary<string, Remark> skipped = [];
    readonly Dictionary<string, Remark> changed = [];

    public string Table { get; } = table;

    /// <summary>Rows that came in now.</summary>
    public long Imported { get; private set; }

    /// <summary>Rows that an earlier run brought in.</summary>
    public long AlreadyThere { get; private set; }

    /// <summary>Rows left out, by reason.</summary>
    public IReadOnlyCollection<Remark> Skipped => skipped.Values;

    /// <summary>Rows that came in otherwise than they were, by what was changed.</summary>
    public IReadOnlyCollection<Remark> Changed => changed.Values;

    public long SkippedRows => skipped.Values.Sum(remark => remark.Rows);

    internal void CountImported(long rows) => Imported += rows;

    internal void CountAlreadyThere(long rows) => AlreadyThere += rows;

    internal void Skip(string reason, string example, long rows = 1) => Remark(skipped, reason, example, rows);

    internal void Change(string what, string example) => Remark(changed, what, example, 1);

    static void Remark(Dictionary<string, Remark> remarks, string reason, string example, long rows)
    {
        if (!remarks.TryGetValue(reason, out var remark)) remarks[reason] = remark = new Remark(reason);
        remark.Add(example, rows);
    }
}
