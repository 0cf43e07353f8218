using Community.Notes.Lineage;

namespace Community.Notes.Care;

/// <summary>Two positions that a steward lets stand side by side, each with a name and its evidence, until it is settled: on the note as a whole, or at one passage.</summary>
public sealed class NoteDispute
{
    /// <summary>So many stand at a note; nobody weighs more.</summary>
    public const int MostOpen = 20;

    NoteDispute()
    {
    }

    /// <param name="block">The passage; null for the whole note.</param>
    /// <exception cref="RefusedException">One of the positions cannot be taken.</exception>
    public NoteDispute(long topicId, NoteBlock? block, NotePosition one, NotePosition other, long byId, DateTime now)
    {
        TopicId = topicId;
        (BlockId, FirstBlockId) = (block?.Id, block?.Id);
        Positions.AddRange([one, other]);
        ById = byId;
        At = now;
    }

    public long Id { get; private set; }

    public long TopicId { get; private set; }

    /// <summary>The passage in question; null for the note as a whole. While the note does not have it, both positions stand on top.</summary>
    public long? BlockId { get; private set; }

    public NoteBlock? Block { get; private set; }

    /// <summary>The passage that was put in question: where another took in its words, the dispute goes there, and back when the first stands again.</summary>
    public long? FirstBlockId { get; private set; }

    public NoteBlock? FirstBlock { get; private set; }

    public List<NotePosition> Positions { get; } = [];

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? SettledAt { get; private set; }

    public long? SettledById { get; private set; }

    /// <summary>What came of it.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>The words are in another passage now, of this note or of one that it was merged into.</summary>
    internal void MoveTo(NoteBlock block)
    {
        MoveTo(block.TopicId);
        (Block, BlockId) = (block, block.Id);
    }

    /// <summary>The note was merged into another, where no passage is free for it.</summary>
    internal void MoveTo(long topicId) => TopicId = topicId;

    public void Settle(string outcome, long byId, DateTime now)
    {
        if (SettledAt is not null) throw new RefusedException(Refusal.Conflict, "This is settled already.");

        Outcome = CareWords.Demanded(outcome, nameof(Outcome));
        (SettledById, SettledAt) = (byId, now);
    }
}

/// <summary>What one side says.</summary>
public sealed class NotePosition
{
    public const int MaxLinkLength = 2_000;

    NotePosition()
    {
    }

    /// <param name="link">Where its evidence is: an address on this site, or of the web.</param>
    /// <exception cref="RefusedException">Nothing is said, or the evidence is no address.</exception>
    public NotePosition(long personId, string text, string link)
    {
        PersonId = personId;
        Text = CareWords.Demanded(text, nameof(Text));
        Link = (link ?? "").Trim();
        var isHere = Link.StartsWith('/') && !Link.StartsWith("//", StringComparison.Ordinal) && !Link.Contains('\\', StringComparison.Ordinal);
        var isOutside = Uri.TryCreate(Link, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
        if (Link.Length > MaxLinkLength || Link.Any(char.IsControl) || !isHere && !isOutside)
            throw new RefusedException(Refusal.Invalid, "The evidence of each side is a link: to a post here, or to a page on the web.") { Field = nameof(Link) };
    }

    public long Id { get; private set; }

    public long DisputeId { get; private set; }

    public long PersonId { get; private set; }

    public string Text { get; private set; } = "";

    public string Link { get; private set; } = "";
}
