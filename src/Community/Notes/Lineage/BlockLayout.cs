using System.Globalization;
using Community.Text;
using Community.Topics;

namespace Community.Notes.Lineage;

/// <summary>Where the blocks stand in one revision of a note. One row a revision: a long note has hundreds of blocks and of revisions.</summary>
public sealed class BlockLayout
{
    BlockLayout()
    {
    }

    public BlockLayout(Revision revision, IReadOnlyList<PlacedBlock> blocks)
    {
        Revision = revision;
        RevisionId = revision.Id;
        Place(blocks);
    }

    public long RevisionId { get; private set; }

    public Revision Revision { get; private set; } = null!;

    /// <summary>Five numbers a block: its id, start and length in the source, start and length in the HTML.</summary>
    public string Places { get; private set; } = "";

    public void Place(IReadOnlyList<PlacedBlock> blocks) => Places = string.Join(';', blocks.Select(block =>
        string.Create(CultureInfo.InvariantCulture, $"{block.Id} {block.Text.Start} {block.Text.Length} {block.Text.HtmlStart} {block.Text.HtmlLength}")));

    /// <summary>In their order.</summary>
    public List<PlacedBlock> Blocks() => [.. Places.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(PlacedBlock.Read)];
}

/// <summary>A block in one revision.</summary>
public readonly record struct PlacedBlock(long Id, TextBlock Text)
{
    public string In(string source) => source.Substring(Text.Start, Text.Length);

    internal static PlacedBlock Read(string place)
    {
        Span<long> numbers = stackalloc long[5];
        var at = 0;
        foreach (var range in place.AsSpan().Split(' ')) numbers[at++] = long.Parse(place.AsSpan(range), NumberStyles.None, CultureInfo.InvariantCulture);
        return new PlacedBlock(numbers[0], new TextBlock((int)numbers[1], (int)numbers[2], (int)numbers[3], (int)numbers[4]));
    }
}
