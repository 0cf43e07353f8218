using Community.Topics;

namespace Community.Notes.Refining;

/// <summary>What became of a suggestion.</summary>
public enum SuggestionState
{
    Open,

    /// <summary>Taken in whole, or in part.</summary>
    Accepted,
    Partly,
    Declined,

    /// <summary>By the one who made it.</summary>
    TakenBack,
}

/// <summary>A change to a note that somebody proposes who may not, or would rather not, make it. Seen by that person and by those who keep the note.</summary>
public sealed class Suggestion
{
    public const int MaxReasonLength = 1_000;

    Suggestion()
    {
    }

    /// <exception cref="RefusedException">No reason, or one too long.</exception>
    public Suggestion(Post opening, long authorId, int basedOn, string body, string reason, DateTime now)
    {
        PostId = opening.Id;
        AuthorId = authorId;
        BasedOn = basedOn;
        Body = body;
        Reason = reason.Trim();
        At = now;
        if (Reason.Length is 0 or > MaxReasonLength) throw new RefusedException(Refusal.Invalid, "Say in a few words why it should change; at most {0} characters.", MaxReasonLength) { Field = "Reason" };
    }

    public long Id { get; private set; }

    /// <summary>The note's opening, which is its text.</summary>
    public long PostId { get; private set; }

    public Post Post { get; private set; } = null!;

    public long AuthorId { get; private set; }

    /// <summary>The revision that its author had before the eyes.</summary>
    public int BasedOn { get; private set; }

    /// <summary>The whole text as it should be, Markdown.</summary>
    public string Body { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public DateTime At { get; private set; }

    public SuggestionState State { get; private set; }

    public long? DecidedById { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>What the one who decided says to it.</summary>
    public string Word { get; private set; } = "";

    /// <summary>The revision that it became.</summary>
    public int? RevisionNumber { get; private set; }

    /// <exception cref="RefusedException">It was decided already, or a word is missing.</exception>
    public void Decide(SuggestionState state, long byId, string? word, int? revisionNumber, DateTime now)
    {
        if (State != SuggestionState.Open) throw new RefusedException(Refusal.Conflict, "This suggestion was decided already.");

        Word = (word ?? "").Trim();
        if (Word.Length > MaxReasonLength) throw new RefusedException(Refusal.Invalid, "A word to its author has at most {0} characters.", MaxReasonLength) { Field = "Word" };
        if (Word.Length == 0 && state is SuggestionState.Declined or SuggestionState.Partly)
            throw new RefusedException(Refusal.Invalid, "Say why something is left out: it is the answer to somebody's work.") { Field = "Word" };

        (State, DecidedById, DecidedAt, RevisionNumber) = (state, byId, now, revisionNumber);
    }

    /// <summary>Words in it were erased where they came from.</summary>
    public void Reword(string body) => Body = body;
}
