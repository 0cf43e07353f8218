using System.Globalization;
using System.Text;
using System.Xml;

namespace Community.Transfer.StackExchange;

/// <summary>
/// The rows of one file. Each stands on a line of its own in a sound dump, so that a damaged one is named and costs no other; a row over several lines
/// and several rows on a line are read as well. What is damaged is told with its reason and place.
/// </summary>
sealed class DumpRows(string path, Action<string, string> damaged)
{
    const string Start = "<row";
    const string Broken = "the line is damaged";
    const string TooLong = "the row is longer than 4 MB";

    readonly string file = Path.GetFileName(path);
    readonly List<DumpRow> ready = [];
    readonly StringBuilder open = new();
    DumpLine openedAt;

    public IEnumerable<DumpRow> All()
    {
        var (last, lastLine) = ("", default(DumpLine));
        foreach (var line in DumpLines.Of(path))
        {
            lastLine = line;
            if (line.Text is null) damaged(TooLong, Place(line));
            else if (!string.IsNullOrWhiteSpace(line.Text)) Take(last = line.Text, line);
            foreach (var row in ready) yield return row;
            ready.Clear();
        }

        if (open.Length > 0) damaged("the file ends in the middle of a row", Place(openedAt));
        else if (!last.Contains("</", StringComparison.Ordinal)) damaged("the file ends before its end element, rows may be missing", Place(lastLine));
    }

    void Take(string text, DumpLine line)
    {
        var at = NextStart(text, 0);
        if (open.Length > 0) GoOn(at < 0 ? text : text[..at], line, isLast: at >= 0);
        var offset = at <= 0 ? line.Offset : line.Offset + Encoding.UTF8.GetByteCount(text.AsSpan(0, at));
        while (at >= 0)
        {
            var next = NextStart(text, at + Start.Length);
            var row = next < 0 ? text[at..] : text[at..next];
            var part = line with { Offset = offset, Length = Encoding.UTF8.GetByteCount(row) };
            if (IsWhole(row)) Parse(row, part, part);
            else if (next >= 0) damaged(Broken, Place(line));
            else
            {
                open.Append(row);
                openedAt = part;
            }

            offset += part.Length;
            at = next;
        }
    }

    void GoOn(string text, DumpLine line, bool isLast)
    {
        open.Append('\n').Append(text);
        if (IsWhole(text)) Parse(open.ToString(), openedAt, line);
        else if (isLast) damaged(Broken, Place(openedAt));
        else if (open.Length > DumpLines.MaxBytes) damaged(TooLong, Place(openedAt));
        else return;

        open.Clear();
    }

    void Parse(string text, DumpLine from, DumpLine to)
    {
        try
        {
            ready.Add(DumpRow.Parse(text, file, from, to));
        }
        catch (XmlException error)
        {
            damaged(Broken, $"{Place(from)}: {error.Message}");
        }
    }

    string Place(DumpLine line) => string.Create(CultureInfo.InvariantCulture, $"{file} line {line.Number}");

    static bool IsWhole(string text) => text.Contains("/>", StringComparison.Ordinal) || text.Contains("</row>", StringComparison.Ordinal);

    static int NextStart(string text, int from)
    {
        while (from < text.Length && text.IndexOf(Start, from, StringComparison.Ordinal) is var at and >= 0)
        {
            from = at + Start.Length;
            if (from == text.Length || char.IsWhiteSpace(text[from]) || text[from] == '/') return at;
        }

        return -1;
    }
}
