using Community.Notes.Lineage;
using Community.Text;

namespace Community.Notes.Refining;

/// <summary>One change of a suggestion, by blocks; null where nothing stood, or nothing is to stand.</summary>
public sealed record SuggestedPart(string? Before, string? After);

/// <summary>The changes of a suggested text, each to be taken or left.</summary>
public sealed class SuggestedParts
{
    readonly IReadOnlyList<string> before;
    readonly IReadOnlyList<string> after;
    readonly IReadOnlyList<AlignedBlock> aligned;

    public SuggestedParts(string before, string after)
    {
        (this.before, this.after) = (Markdown.Split(before), Markdown.Split(after));
        aligned = BlockAlignment.Of(this.before, this.after);
        All = [.. Changed.Select(i => new SuggestedPart(aligned[i].Old is { } old ? this.before[old] : null, this.after[i])), .. Gone.Select(old => new SuggestedPart(this.before[old], null))];
    }

    /// <summary>In the order of the text; what is taken out comes last.</summary>
    public IReadOnlyList<SuggestedPart> All { get; }

    List<int> Changed => [.. Enumerable.Range(0, after.Count).Where(i => aligned[i].Old is not { } old || before[old].Trim() != after[i].Trim())];

    List<int> Gone => [.. Enumerable.Range(0, before.Count).Except(aligned.Select(one => one.Old).OfType<int>())];

    /// <summary>The text with these changes alone.</summary>
    /// <param name="taken">Places in <see cref="All"/>.</param>
    public string With(IReadOnlySet<int> taken)
    {
        var (changed, gone) = (Changed, Gone);
        var blocks = new List<(string Text, int? Old)>();
        for (var i = 0; i < after.Count; i++)
        {
            var part = changed.IndexOf(i);
            if (part < 0 || taken.Contains(part)) blocks.Add((after[i], aligned[i].Old));
            else if (aligned[i].Old is { } old) blocks.Add((before[old], old));
        }

        foreach (var (old, k) in gone.Select((old, k) => (old, k)))
        {
            if (taken.Contains(changed.Count + k)) continue;

            var behind = blocks.FindLastIndex(block => block.Old < old);
            blocks.Insert(behind + 1, (before[old], old));
        }

        return string.Concat(blocks.Select((block, i) => i == blocks.Count - 1 ? block.Text : Ended(block.Text)));
    }

    static string Ended(string block) => block.Replace("\r", "", StringComparison.Ordinal).EndsWith("\n\n", StringComparison.Ordinal) ? block : block.TrimEnd() + "\n\n";
}
