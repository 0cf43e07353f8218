namespace Community.Notes.Care;

/// <summary>That a steward checked a note: who, when, which revision, and until when it counts.</summary>
public sealed class NoteCheck
{
    NoteCheck()
    {
    }

    internal NoteCheck(long topicId, long byId, string? word, int revision, DateTime reviewAt, DateTime now)
    {
        TopicId = topicId;
        ById = byId;
        Word = CareWords.Optional(word);
        RevisionNumber = revision;
        ReviewAt = reviewAt;
        At = now;
    }

    public long Id { get; private set; }

    public long TopicId { get; private set; }

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>What was done or found, if anything was said.</summary>
    public string Word { get; private set; } = "";

    /// <summary>The revision that was checked.</summary>
    public int RevisionNumber { get; private set; }

    /// <summary>The next review, as it was set then.</summary>
    public DateTime ReviewAt { get; private set; }
}
