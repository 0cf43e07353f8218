using Community.Topics;

namespace Community.Notes.Lineage;

/// <summary>That a block of a note was distilled from a post.</summary>
public sealed class LineageTie
{
    public const int MaxQuoteLength = 8_000;

    LineageTie()
    {
    }

    public LineageTie(NoteBlock block, long postId, int revisionNumber, string quote, int noteRevision, long byId, DateTime at)
    {
        Block = block;
        BlockId = block.Id;
        PostId = postId;
        RevisionNumber = revisionNumber;
        Quote = quote;
        NoteRevision = noteRevision;
        ById = byId;
        At = at;
    }

    public long Id { get; private set; }

    public long BlockId { get; private set; }

    public NoteBlock Block { get; private set; } = null!;

    public long PostId { get; private set; }

    public Post Post { get; private set; } = null!;

    /// <summary>The revision of the post that was read; a steward who has seen a newer one moves it there.</summary>
    public int RevisionNumber { get; private set; }

    /// <summary>The passage, as it stood there.</summary>
    public string Quote { get; private set; } = "";

    /// <summary>The revision of the note that it came into.</summary>
    public int NoteRevision { get; private set; }

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>The same source of another block that took over its words.</summary>
    public LineageTie For(NoteBlock block) => new(block, PostId, RevisionNumber, Quote, NoteRevision, ById, At);

    /// <summary>Somebody looked at what the source says now, and the block stands.</summary>
    public void Acknowledge(int revisionNumber) => RevisionNumber = Math.Max(RevisionNumber, revisionNumber);
}
