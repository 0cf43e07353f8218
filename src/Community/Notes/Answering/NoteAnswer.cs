using Community.Topics;

namespace Community.Notes.Answering;

/// <summary>That a practice note answers a question. Each may be out of sight of those who see the other: who may not see the note learns nothing of it, and who may not see the question neither.</summary>
public sealed class NoteAnswer
{
    public const int MostPerQuestion = 10;

    NoteAnswer()
    {
    }

    public NoteAnswer(Topic note, Topic question, long byId, DateTime now) => (Note, Question, ById, At) = (note, question, byId, now);

    public long Id { get; private set; }

    public long NoteId { get; private set; }

    public Topic Note { get; private set; } = null!;

    public long QuestionId { get; private set; }

    public Topic Question { get; private set; } = null!;

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>Who took it back.</summary>
    public long? EndedById { get; private set; }

    public void End(long byId, DateTime now) => (EndedById, EndedAt) = (byId, now);
}
