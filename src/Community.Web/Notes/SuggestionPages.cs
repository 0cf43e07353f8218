using Community.Notes.Refining;
using Community.Web.Topics;

namespace Community.Web.Notes;

/// <summary>A suggestion as it is typed.</summary>
public sealed record SuggestForm : Composed, ITypedText
{
    /// <summary>The text as it should be: of the whole note, or of one passage.</summary>
    public string Body { get; init => field = value ?? ""; } = "";

    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>The revision that was read.</summary>
    public int BaseRevision { get; init; }

    /// <summary>The passage, counted from 0; null for the whole note.</summary>
    public int? Passage { get; init; }

    internal DateTime? SavedAt { get; init; }

    public ITypedText With(string body) => this with { Body = body };
}

/// <summary>The page for suggesting a change.</summary>
/// <param name="Passages">What one can choose to change alone: the first words of each.</param>
public sealed record SuggestPage(long PostId, TopicHead Head, SuggestForm Form, IReadOnlyList<string> Passages);

/// <summary>Suggestions to a note.</summary>
public sealed record SuggestionsPage(TopicHead Head, long PostId, IReadOnlyList<SuggestionRow> Open, IReadOnlyList<SuggestionRow> Decided);

/// <summary>One suggestion in a list.</summary>
public sealed record SuggestionRow(long Id, long AuthorId, string Author, DateTime At, string Reason, SuggestionState State, string? DecidedBy, DateTime? DecidedAt, string Word)
{
    /// <summary>The revision that its author had before the eyes.</summary>
    public int BasedOn { get; init; }

    /// <summary>The revision that it became.</summary>
    public int? Became { get; init; }

    public long? DecidedById { get; init; }
}

/// <summary>The page of a suggestion.</summary>
/// <param name="IsNewest">Nothing was saved since it was written.</param>
public sealed record SuggestionPage(TopicHead Head, long PostId, SuggestionRow Suggestion, int BasedOn, bool IsNewest, IReadOnlyList<(int Number, IReadOnlyList<DifferencePiece> Pieces)> Parts, bool MayDecide, bool IsOwn, IReadOnlySet<int> Ticked, string Word);

/// <summary>A decision as it is typed.</summary>
public sealed record DecisionForm
{
    public int[] Parts { get; init; } = [];

    public string Word { get; init => field = value ?? ""; } = "";

    /// <summary><c>ticked</c>, <c>all</c> or <c>decline</c>.</summary>
    public string Act { get; init; } = "ticked";
}
