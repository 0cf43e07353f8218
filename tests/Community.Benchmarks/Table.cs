namespace Community.Benchmarks;

/// <summary>The one table that comes out. Columns are as wide as their widest cell.</summary>
public sealed class Table
{
    static readonly string[] Head = ["what", "site", "limit", "ratio", "at most", "requests/s", "p50", "p99", "peer, bare"];

    readonly List<string[]> rows = [];

    public void Add(string what, string site, string limit = "", string ratio = "", string atMost = "", string perSecond = "", string p50 = "", string p99 = "", string peer = "")
    {
        rows.Add([what, site, limit, ratio, atMost, perSecond, p50, p99, peer]);
        Console.Error.WriteLine(string.Join("  ", rows[^1].Where(cell => cell.Length > 0)));
    }

    public void Write(TextWriter to)
    {
        var widths = Head.Select((head, i) => rows.Select(row => row[i].Length).Append(head.Length).Max()).ToArray();
        to.WriteLine(Line(Head, widths));
        to.WriteLine("|" + string.Join("|", widths.Select(width => new string('-', width + 2))) + "|");
        foreach (var row in rows) to.WriteLine(Line(row, widths));
    }

    static string Line(string[] cells, int[] widths) => "| " + string.Join(" | ", cells.Select((cell, i) => cell.PadRight(widths[i]))) + " |";
}
