using Community.Topics;

namespace Community.Notes.Lineage;

/// <summary>What stood in a revision of a note until its source was taken back: kept so that it can come back with it, and erased with it.</summary>
public sealed class TakenPassage
{
    TakenPassage()
    {
    }

    public TakenPassage(Revision revision, long blockId, long postId, string source, string html)
    {
        RevisionId = revision.Id;
        Revision = revision;
        BlockId = blockId;
        PostId = postId;
        Source = source;
        Html = html;
    }

    public long RevisionId { get; private set; }

    public Revision Revision { get; private set; } = null!;

    public long BlockId { get; private set; }

    /// <summary>The post that went out of sight.</summary>
    public long PostId { get; private set; }

    public string Source { get; private set; } = "";

    public string Html { get; private set; } = "";
}
