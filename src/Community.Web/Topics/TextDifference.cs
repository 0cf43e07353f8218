using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Community.Web.Topics;

/// <summary>A piece of a changed line.</summary>
public enum Change { Same, Gone, Come }

/// <summary>Words that stayed, went or came.</summary>
public sealed record DifferencePiece(Change Change, string Text);

/// <summary>One line before and after; a side that is null stood or stands nowhere.</summary>
public sealed record DifferenceBlock(bool IsChanged, IReadOnlyList<DifferencePiece>? Before, IReadOnlyList<DifferencePiece>? After);

/// <summary>The readable difference of two texts: by lines, and by words inside changed lines (DiffPlex).</summary>
public static class TextDifference
{
    public static IReadOnlyList<DifferenceBlock> Of(string before, string after)
    {
        var sides = new SideBySideDiffBuilder(Differ.Instance, new LineChunker(), new WordChunker()).BuildDiffModel(before, after, ignoreWhitespace: false);
        return [.. sides.OldText.Lines.Zip(sides.NewText.Lines).Where(pair => !(IsEmpty(pair.First) && IsEmpty(pair.Second)))
            .Select(pair => new DifferenceBlock(pair.First.Type != ChangeType.Unchanged, Pieces(pair.First, Change.Gone), Pieces(pair.Second, Change.Come)))];
    }

    /// <summary>Both texts in one, with what went and what came at their places.</summary>
    public static IReadOnlyList<DifferencePiece> Inline(string before, string after) =>
        Joined(InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false, ignoreCase: false, new WordChunker()).Lines
            .Select(word => new DifferencePiece(word.Type switch { ChangeType.Deleted => Change.Gone, ChangeType.Inserted => Change.Come, _ => Change.Same }, word.Text)));

    static bool IsEmpty(DiffPiece line) => line.Type is ChangeType.Imaginary or ChangeType.Unchanged && string.IsNullOrWhiteSpace(line.Text);

    static List<DifferencePiece>? Pieces(DiffPiece line, Change changed) => line switch
    {
        { Type: ChangeType.Imaginary } => null,
        { Type: ChangeType.Unchanged } => [new(Change.Same, line.Text)],
        { SubPieces.Count: > 0 } => Joined(line.SubPieces.Where(piece => piece.Type != ChangeType.Imaginary).Select(piece => new DifferencePiece(piece.Type == ChangeType.Unchanged ? Change.Same : changed, piece.Text))),
        _ => [new(changed, line.Text)],
    };

    static List<DifferencePiece> Joined(IEnumerable<DifferencePiece> pieces)
    {
        var joined = new List<DifferencePiece>();
        foreach (var piece in pieces)
        {
            if (joined.Count > 0 && joined[^1].Change == piece.Change) joined[^1] = piece with { Text = joined[^1].Text + piece.Text };
            else joined.Add(piece);
        }

        return joined;
    }
}
