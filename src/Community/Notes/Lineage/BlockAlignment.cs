namespace Community.Notes.Lineage;

/// <summary>
/// Finds again, in a new text, the blocks of the one before: first those whose words are the same, then those that are alike, wherever they stand. A block that was written anew is
/// a new one: better a tie lost than one to words that are not there.
/// </summary>
public static class BlockAlignment
{
    /// <summary>So much of their words is the same (<see cref="Passage.Likeness"/>).</summary>
    const double Alike = 0.5;

    /// <summary>Between the same neighbours less is enough.</summary>
    const double AlikeInPlace = 0.34;

    /// <summary>A shorter passage may stand in another block by chance.</summary>
    const int FewestWords = 6;

    /// <param name="before">The texts of the old blocks.</param>
    /// <param name="after">The texts of the new blocks.</param>
    /// <returns>For each new block, which old one it is, and which others went into it.</returns>
    public static IReadOnlyList<AlignedBlock> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var (old, now) = (before.Select(Words.Of).ToList(), after.Select(Words.Of).ToList());
        var of = Enumerable.Repeat(-1, now.Count).ToArray();
        var taken = new bool[old.Count];
        Same(old, now, of, taken);
        Similar(old, now, of, taken);

        return [.. now.Select((block, i) => new AlignedBlock(of[i] < 0 ? null : of[i], [.. Enumerable.Range(0, old.Count).Where(k => k != of[i] && WentInto(k, i))]))];

        // Two blocks that became one, or one that became two: the words of one stand whole in the other.
        bool WentInto(int k, int i) => old[k].Key != now[i].Key && (!taken[k] && old[k].All.Count >= FewestWords && now[i].Text.Contains(old[k].Text, StringComparison.Ordinal)
            || of[i] < 0 && now[i].All.Count >= FewestWords && old[k].Text.Contains(now[i].Text, StringComparison.Ordinal));
    }

    /// <summary>Of several with the same words the first is the first, and so on.</summary>
    static void Same(List<Words> old, List<Words> now, int[] of, bool[] taken)
    {
        var places = old.Select((block, i) => (block.Key, i)).GroupBy(block => block.Key, block => block.i).ToDictionary(group => group.Key, group => new Queue<int>(group));
        for (var i = 0; i < now.Count; i++)
            if (places.TryGetValue(now[i].Key, out var free) && free.TryDequeue(out var k)) Take(of, taken, i, k);
    }

    static void Similar(List<Words> old, List<Words> now, int[] of, bool[] taken)
    {
        var pairs = new List<(double Likeness, int New, int Old)>();
        for (var i = 0; i < now.Count; i++)
        {
            if (of[i] >= 0) continue;

            for (var k = 0; k < old.Count; k++)
                if (!taken[k] && Passage.Likeness(old[k].Counts, now[i].Counts) is >= AlikeInPlace and var likeness) pairs.Add((likeness, i, k));
        }

        foreach (var (likeness, i, k) in pairs.OrderByDescending(pair => pair.Likeness).ThenBy(pair => Math.Abs(pair.New - pair.Old)))
            if (of[i] < 0 && !taken[k] && (likeness >= Alike || IsInPlace(of, old.Count, i, k))) Take(of, taken, i, k);
    }

    static bool IsInPlace(int[] of, int count, int i, int k) => (i == 0 ? k == 0 : of[i - 1] == k - 1 && k > 0) && (i == of.Length - 1 ? k == count - 1 : of[i + 1] == k + 1);

    static void Take(int[] of, bool[] taken, int i, int k) => (of[i], taken[k]) = (k, true);

    sealed record Words(List<string> All, string Key, string Text, Dictionary<string, int> Counts)
    {
        /// <summary>Marks count where there are no words: a line is a line.</summary>
        public static Words Of(string block)
        {
            var all = Passage.Words(block);
            var text = " " + string.Join(' ', all) + " ";
            return new Words(all, all.Count == 0 ? block.Trim() : text, text, Passage.Counted(all));
        }
    }
}

/// <summary>A block of a new text.</summary>
/// <param name="Old">Its place in the old text; null for a new one.</param>
/// <param name="Also">The places of others whose words it holds, or that hold its words.</param>
public sealed record AlignedBlock(int? Old, IReadOnlyList<int> Also);
