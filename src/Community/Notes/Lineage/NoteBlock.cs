using Community.Topics;

namespace Community.Notes.Lineage;

/// <summary>A block of a note through its revisions, as long as its words are recognised.</summary>
public sealed class NoteBlock
{
    NoteBlock()
    {
    }

    public NoteBlock(Topic note, string text)
    {
        Topic = note;
        TopicId = note.Id;
        Stand(text);
    }

    public long Id { get; private set; }

    public long TopicId { get; private set; }

    public Topic Topic { get; private set; } = null!;

    /// <summary>The number of the first revision without it; null while it stands.</summary>
    public int? GoneIn { get; private set; }

    /// <summary>Of its newest words: a text that is brought back is known by it.</summary>
    public string Fingerprint { get; private set; } = "";

    public void Stand(string text)
    {
        Fingerprint = Passage.FingerprintOf(text);
        GoneIn = null;
    }

    public void Leave(int revision) => GoneIn ??= revision;
}
