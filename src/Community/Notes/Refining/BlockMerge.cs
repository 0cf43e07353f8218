using System.Text;
using Community.Notes.Lineage;
using Community.Text;

namespace Community.Notes.Refining;

/// <summary>
/// Two texts that were both written from a third become one, block by block. A block that only one of them changed, moved, added or took out is as that one has it. Where both changed the
/// same one, both stand, one behind the other, and where one changed what the other took out, it stays: no words are lost.
/// </summary>
public static class BlockMerge
{
    /// <param name="before">What both began from.</param>
    /// <param name="mine">What comes now.</param>
    /// <param name="theirs">What was saved meanwhile.</param>
    public static MergedText Of(string before, string mine, string theirs)
    {
        if (mine == theirs || before == mine) return new MergedText(theirs, []);
        if (before == theirs) return new MergedText(mine, []);

        var old = Markdown.Split(before);
        var (one, other) = (Side.Of(old, mine), Side.Of(old, theirs));
        // Whoever moved blocks says where they stand; where both did, what was saved first.
        return other.IsInOrder ? new Merging(old, one, other, laidByMine: true).Run() : new Merging(old, other, one, laidByMine: false).Run();
    }

    /// <param name="Blocks">Each with its place in the text before; null for what is new.</param>
    sealed record Side(IReadOnlyList<(string Text, int? Old)> Blocks)
    {
        readonly Dictionary<int, string> byOld = Blocks.Where(block => block.Old is not null).ToDictionary(block => block.Old!.Value, block => block.Text);

        public bool IsInOrder { get; } = Blocks.Select(block => block.Old).OfType<int>().Zip(Blocks.Select(block => block.Old).OfType<int>().Skip(1)).All(pair => pair.First < pair.Second);

        public static Side Of(IReadOnlyList<string> old, string text)
        {
            var blocks = Markdown.Split(text);
            return new Side([.. blocks.Zip(BlockAlignment.Of(old, blocks), (block, aligned) => (block, aligned.Old))]);
        }

        public string? At(int old) => byOld.GetValueOrDefault(old);
    }

    /// <param name="laying">The side whose order stands.</param>
    /// <param name="bringing">The side whose changes and new blocks are put into it.</param>
    sealed class Merging(IReadOnlyList<string> old, Side laying, Side bringing, bool laidByMine)
    {
        readonly List<(string Text, int? Old)> merged = [];
        readonly List<MergeClash> clashes = [];

        public MergedText Run()
        {
            foreach (var (text, place) in laying.Blocks)
                if (place is null) merged.Add((text, null));
                else Settle(place.Value, text);

            Bring();
            return new MergedText(Joined(), clashes);
        }

        /// <summary>A block that the laying side has.</summary>
        void Settle(int place, string text)
        {
            var (was, theirs) = (old[place], bringing.At(place));
            var (isChanged, isChangedThere) = (!IsSame(was, text), theirs is null || !IsSame(was, theirs));
            if (theirs is null && isChanged) clashes.Add(Clash(text, null));
            if (theirs is null && !isChanged) return;

            if (theirs is not null && isChanged && isChangedThere && !IsSame(text, theirs))
            {
                clashes.Add(Clash(text, theirs));
                merged.AddRange(laidByMine ? [(theirs, place), (text, null)] : [(text, place), (theirs, null)]);
                return;
            }

            merged.Add((theirs is not null && !isChanged ? theirs : text, place));
        }

        /// <summary>What the other side added, and what it changed while this one took it out, behind what stands before it there.</summary>
        void Bring()
        {
            var at = 0;
            foreach (var (text, place) in bringing.Blocks)
            {
                if (place is { } known && merged.FindIndex(block => block.Old == known) is >= 0 and var found)
                {
                    at = found + 1;
                    // What clashed stands behind it.
                    while (at < merged.Count && merged[at].Old is null && clashes.Exists(clash => clash.Mine == merged[at].Text || clash.Theirs == merged[at].Text)) at++;
                    continue;
                }

                if (place is { } gone && IsSame(old[gone], text)) continue;
                if (place is null && merged.Exists(block => block.Old is null && IsSame(block.Text, text))) continue;

                if (place is not null) clashes.Add(Clash(null, text));
                merged.Insert(at++, (text, place));
            }
        }

        MergeClash Clash(string? laid, string? brought) => laidByMine ? new MergeClash(laid, brought) : new MergeClash(brought, laid);

        string Joined()
        {
            var text = new StringBuilder();
            foreach (var (block, _) in merged)
            {
                if (text.Length > 0 && !EndsWithEmptyLine(text)) text.Append(text[^1] == '\n' ? "\n" : "\n\n");
                text.Append(block);
            }

            return text.ToString();
        }

        static bool EndsWithEmptyLine(StringBuilder text) => text.ToString(Math.Max(0, text.Length - 4), Math.Min(4, text.Length)).Replace("\r", "", StringComparison.Ordinal).EndsWith("\n\n", StringComparison.Ordinal);

        static bool IsSame(string one, string other) => one.AsSpan().Trim().SequenceEqual(other.AsSpan().Trim());
    }
}

/// <summary>Two texts put together.</summary>
/// <param name="Clashes">Where both changed the same block: somebody should look.</param>
public sealed record MergedText(string Text, IReadOnlyList<MergeClash> Clashes);

/// <summary>A block as both have it; null where one took it out.</summary>
public sealed record MergeClash(string? Mine, string? Theirs);
