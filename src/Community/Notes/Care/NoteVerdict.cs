namespace Community.Notes.Care;

/// <summary>What a reader says to "still true?".</summary>
public enum Verdict { Yes, Unsure, No }

/// <summary>A reader's word on whether a note is still true. It is evidence; only a steward's check verifies a note. Somebody's newer word ends the older, and a steward's answer ends a doubt.</summary>
public sealed class NoteVerdict
{
    NoteVerdict()
    {
    }

    /// <exception cref="RefusedException">"No longer" does not say what is wrong, or the word is too long.</exception>
    public NoteVerdict(long topicId, long personId, Verdict answer, string? word, int revision, DateTime now)
    {
        TopicId = topicId;
        PersonId = personId;
        Answer = answer;
        Word = CareWords.Optional(word);
        if (answer == Verdict.No && Word.Length == 0) throw new RefusedException(Refusal.Invalid, "Say what is wrong in a few words, so that a steward can mend it.") { Field = nameof(Word) };

        RevisionNumber = revision;
        At = now;
    }

    public long Id { get; private set; }

    public long TopicId { get; private set; }

    public long PersonId { get; private set; }

    public Verdict Answer { get; private set; }

    public string Word { get; private set; } = "";

    /// <summary>The revision that was read.</summary>
    public int RevisionNumber { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>When it was answered, or its person said something else.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>The steward who answered it, or its own person.</summary>
    public long? EndedById { get; private set; }

    internal void End(long byId, DateTime now) => (EndedById, EndedAt) = (byId, now);
}
