using System.Globalization;
using System.Text;

namespace Community.Transfer;

/// <summary>What an import did: rows by table, what was left out or changed and why, and how fast it went.</summary>
public sealed class ImportReport(string source, string spaceSlug)
{
    readonly List<TableReport> tables = [.. TableNames.All.Select(table => new TableReport(table))];

    /// <summary>The site that the rows came from.</summary>
    public string Source { get; } = source;

    public string SpaceSlug { get; } = spaceSlug;

    public IReadOnlyList<TableReport> Tables => tables;

    /// <summary>It was asked to stop before the end; running it again goes on from there.</summary>
    public bool IsStopped { get; internal set; }

    public TimeSpan Took { get; internal set; }

    /// <summary>Questions, answers and comments that came in now.</summary>
    public long Posts => this[TableNames.Questions].Imported + this[TableNames.Answers].Imported + this[TableNames.Comments].Imported;

    public double PostsPerSecond => Took > TimeSpan.Zero ? Posts / Took.TotalSeconds : 0;

    /// <summary>The figures of one of <see cref="TableNames.All"/>.</summary>
    public TableReport this[string table] => tables.Find(t => t.Table == table) ?? throw new ArgumentOutOfRangeException(nameof(table), table, null);

    /// <summary>The report as lines of text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Line(text, $"{Source} into the space {SpaceSlug}: {Posts:N0} posts in {Took.TotalSeconds:N1} s, {PostsPerSecond:N0} a second");
        foreach (var table in tables.Where(t => t.Imported + t.AlreadyThere + t.SkippedRows > 0))
        {
            Line(text, $"{table.Table}: {table.Imported:N0} imported, {table.AlreadyThere:N0} already there, {table.SkippedRows:N0} skipped");
            foreach (var remark in table.Skipped) Remark(text, "skipped", remark);
            foreach (var remark in table.Changed) Remark(text, "kept", remark);
        }

        if (IsStopped) text.Append("Stopped before the end. Run the same command again: it goes on where it stopped, and nothing comes in twice.\n");
        return text.ToString();
    }

    static void Remark(StringBuilder text, string what, Remark remark)
    {
        Line(text, $"  {what}, {remark.Reason}: {remark.Rows:N0}");
        foreach (var example in remark.Examples) Line(text, $"    {example}");
        if (remark.Rows > remark.Examples.Count) text.Append("    …\n");
    }

    static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
