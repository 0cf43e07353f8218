using DiffPlex;

namespace Community.Web.Topics;

/// <summary>A line of a text, and the revision that brought it.</summary>
public sealed record OriginLine(string Text, int Revision);

/// <summary>Says of each line of a text which revision wrote it. A line that was changed belongs to who changed it.</summary>
public static class LineOrigins
{
    /// <param name="revisions">Numbers and texts, the oldest first.</param>
    public static IReadOnlyList<OriginLine> Of(IEnumerable<(int Number, string Text)> revisions)
    {
        List<OriginLine> lines = [];
        foreach (var (number, text) in revisions) lines = Next(lines, text.ReplaceLineEndings("\n").Split('\n'), number);

        return lines;
    }

    /// <summary>Most revisions change little: what is the same before and behind it is not compared.</summary>
    static List<OriginLine> Next(List<OriginLine> before, string[] after, int number)
    {
        var (most, same) = (Math.Min(before.Count, after.Length), 0);
        while (same < most && before[same].Text == after[same]) same++;
        var behind = 0;
        while (behind < most - same && before[^(behind + 1)].Text == after[^(behind + 1)]) behind++;

        var old = before.GetRange(same, before.Count - same - behind);
        var changed = after[same..^behind];
        List<OriginLine> next = [.. before.GetRange(0, same)];
        if (old.Count == 0 || changed.Length == 0)
        {
            next.AddRange(changed.Select(line => new OriginLine(line, number)));
        }
        else
        {
            var at = 0;
            foreach (var block in Differ.Instance.CreateLineDiffs(string.Join('\n', old.Select(line => line.Text)), string.Join('\n', changed), ignoreWhitespace: false).DiffBlocks)
            {
                next.AddRange(old.GetRange(at, block.DeleteStartA - at));
                next.AddRange(changed.Skip(block.InsertStartB).Take(block.InsertCountB).Select(line => new OriginLine(line, number)));
                at = block.DeleteStartA + block.DeleteCountA;
            }

            next.AddRange(old.GetRange(at, old.Count - at));
        }

        next.AddRange(before.GetRange(before.Count - behind, behind));
        return next;
    }
}
