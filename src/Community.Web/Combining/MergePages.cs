using Community.Web.Topics;

namespace Community.Web.Combining;

/// <summary>The text of two notes as somebody makes it one.</summary>
public sealed record MergeForm : Composed, ITypedText
{
    /// <summary>The note that goes on.</summary>
    public long? ParentId { get; init; }

    public string Title { get; init; } = "";

    public string Tags { get; init; } = "";

    public string Body { get; init; } = "";

    /// <summary>Why they are merged.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The revisions that the text was made of.</summary>
    public int? BaseRevision { get; init; }

    public int? SourceRevision { get; init; }

    /// <summary>When the draft in it was saved; never bound.</summary>
    internal DateTime? SavedAt { get; init; }

    public ITypedText With(string body) => this with { Body = body };
}

/// <summary>The page for making one text of two.</summary>
/// <param name="Source">The note that will be closed.</param>
/// <param name="Target">The note that goes on.</param>
public sealed record MergePage(TopicHead Source, TopicHead Target, MergeForm Form, string SourceText)
{
    /// <summary>What somebody saved of the target meanwhile.</summary>
    public Conflict? Newer { get; init; }
}

/// <summary>The page for choosing the note that goes on.</summary>
/// <param name="Typed">What was typed and is none of the person's notes.</param>
public sealed record MergeChoicePage(TopicHead Source, string? Typed, IReadOnlyList<string> Titles);
