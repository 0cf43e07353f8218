using Community.Search;
using Community.Web.Topics;

namespace Community.Web.Rearranging;

/// <summary>Where a question was asked before, as it is typed.</summary>
public sealed record DuplicateForm
{
    /// <summary>One of those that were proposed.</summary>
    public string? Of { get; init; }

    /// <summary>Another one: its number or address. It counts before the choice.</summary>
    public string? Other { get; init; }

    public string? Reason { get; init; }
}

/// <summary>The page for saying that a question was asked before.</summary>
/// <param name="Proposed">The most alike first, as the reader may see them.</param>
public sealed record DuplicatesPage(TopicHead Question, DuplicateForm Form, IReadOnlyList<SearchHit> Proposed);
