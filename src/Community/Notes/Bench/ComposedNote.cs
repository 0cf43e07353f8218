using System.Text;

namespace Community.Notes.Bench;

/// <summary>The bench's note as one text.</summary>
/// <param name="Pieces">Where each piece with a passage begins and ends in it.</param>
sealed record ComposedNote(string Text, IReadOnlyList<(int Start, int End, long PassageId)> Pieces)
{
    public string Title { get; private init; } = "";

    /// <summary>Sections in which nothing stands are left out.</summary>
    public static ComposedNote Of(BenchNote note, IReadOnlyList<BenchBlock> blocks)
    {
        var (text, pieces) = (new StringBuilder(note.Purpose), new List<(int, int, long)>());
        for (var section = 0; section < note.Sections.Count; section++)
        {
            var there = blocks.Where(b => b.Section == section && b.Text.Length > 0).OrderBy(b => b.Order).ToList();
            if (there.Count == 0) continue;

            if (note.Sections[section].Length > 0) Begin($"## {note.Sections[section]}");
            foreach (var block in there)
            {
                var start = Begin(block.Text);
                if (block.PassageId is { } passage) pieces.Add((start, text.Length, passage));
            }
        }

        return new ComposedNote(text.ToString(), pieces) { Title = note.Title };

        int Begin(string words)
        {
            if (text.Length > 0) text.Append("\n\n");
            var start = text.Length;
            text.Append(words);
            return start;
        }
    }
}
