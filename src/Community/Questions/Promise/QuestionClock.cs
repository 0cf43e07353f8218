namespace Community.Questions.Promise;

/// <summary>The promise as it runs on one question: with the terms of the day on which it was asked.</summary>
public sealed partial class QuestionClock
{
    QuestionClock()
    {
    }

    public QuestionClock(long topicId, long spaceId, DateTime startedAt, PromiseTerms terms, WorkingCalendar calendar)
    {
        TopicId = topicId;
        Start(spaceId, startedAt, terms, calendar);
    }

    public long TopicId { get; private set; }

    public long SpaceId { get; private set; }

    public DateTime StartedAt { get; private set; }

    /// <summary>Until when a first useful answer is promised.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>When the stewards hear of it, should nobody have answered.</summary>
    public DateTime EscalateAt { get; private set; }

    /// <summary>When the first useful answer came that still stands.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>When it was closed, taken back or moved where nothing is promised, without an answer.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>How often colleagues were asked.</summary>
    public int Round { get; private set; }

    /// <summary>When the ladder is looked at next; null when it has come to its end.</summary>
    public DateTime? NextAt { get; private set; }

    public DateTime? EscalatedAt { get; private set; }

    public bool IsRunning => AnsweredAt is null && EndedAt is null;

    /// <summary>Null while that is open.</summary>
    public bool? IsKept(DateTime now) => AnsweredAt is { } answered ? answered <= DueAt : EndedAt is { } ended && ended <= DueAt ? null : now > DueAt ? false : null;

    /// <summary>Starts it, anew where the question came into another space.</summary>
    public void Start(long spaceId, DateTime startedAt, PromiseTerms terms, WorkingCalendar calendar)
    {
        (SpaceId, StartedAt) = (spaceId, startedAt);
        DueAt = calendar.Add(startedAt, TimeSpan.FromMinutes(terms.Minutes));
        EscalateAt = calendar.Add(startedAt, TimeSpan.FromMinutes(terms.Minutes - terms.StewardMinutes));
        (Round, NextAt, EscalatedAt, EndedAt) = (0, calendar.NextWorking(startedAt), null, null);
        Slow();
    }

    /// <param name="at">Null: what there was does not stand any more, and the clock goes on.</param>
    public void Answer(DateTime? at) => AnsweredAt = at;

    public void End(DateTime? at) => EndedAt = at;

    /// <summary>Two were asked, or nobody could be; it is looked at again then.</summary>
    public void AskAgain(bool wasAsked, DateTime? at)
    {
        if (wasAsked) Round++;
        NextAt = at;
    }

    /// <summary>Somebody who was asked cannot answer: the next may be asked at once.</summary>
    public void Hurry(DateTime at)
    {
        if (NextAt is { } next && next > at) NextAt = at;
    }

    public void Escalate(DateTime now) => (EscalatedAt, NextAt) = (now, null);
}
