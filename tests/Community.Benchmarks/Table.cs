namespace Community.Benchmarks;

/// <summary>The one table that comes out. Columns are as wide as their widest cell.</summary>
public sealed class Table(params string[] head)
{
    static readonly string[] Pages = ["what", "site", "limit", "ratio", "at most", "requests/s", "p50", "p99", "peer, bare"];

    /// <summary>Of the search in process.</summary>
    public static readonly string[] Searches = ["what", "site", "bare, same terms", "ratio", "at most", "bare, typed words", "ratio", "p50", "p99"];

    readonly List<string[]> rows = [];

    string[] Head => head.Length > 0 ? head : Pages;

    public void Add(string what, string site, string limit = "", string ratio = "", string atMost = "", string perSecond = "", string p50 = "", string p99 = "", string peer = "") =>
        Add([what, site, limit, ratio, atMost, perSecond, p50, p99, peer]);

    /// <summary>A row under <see cref="Searches"/>.</summary>
    public void Row(string what, string site = "", string bare = "", string ratio = "", string atMost = "", string words = "", string wordsRatio = "", string p50 = "", string p99 = "") =>
        Add([what, site, bare, ratio, atMost, words, wordsRatio, p50, p99]);

    public void Write(TextWriter to)
    {
        var widths = Head.Select((head, i) => rows.Select(row => row[i].Length).Append(head.Length).Max()).ToArray();
        to.WriteLine(Line(Head, widths));
        to.WriteLine("|" + string.Join("|", widths.Select(width => new string('-', width + 2))) + "|");
        foreach (var row in rows) to.WriteLine(Line(row, widths));
    }

    void Add(string[] row)
    {
        rows.Add(row);
        Console.Error.WriteLine(string.Join("  ", row.Where(cell => cell.Length > 0)));
    }

    static string Line(string[] cells, int[] widths) => "| " + string.Join(" | ", cells.Select((cell, i) => cell.PadRight(widths[i]))) + " |";
}
