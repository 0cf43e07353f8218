using Community.Topics;

namespace Community.Search;

/// <summary>What is offered to somebody who is still typing: a little of everything, all of it in that person's sight.</summary>
public sealed record TypingAnswer
{
    /// <summary>The typed text with its last word completed; at most three.</summary>
    public IReadOnlyList<string> Completions { get; init; } = [];

    /// <summary>Practice notes; at most three.</summary>
    public IReadOnlyList<TypedTopic> Notes { get; init; } = [];

    /// <summary>Questions and threads; at most five.</summary>
    public IReadOnlyList<TypedTopic> Topics { get; init; } = [];

    /// <summary>At most three, for readers who are signed in.</summary>
    public IReadOnlyList<PersonHit> People { get; init; } = [];

    /// <summary>Names of subjects; at most four.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Terms of the glossary; at most three.</summary>
    public IReadOnlyList<TypedTerm> Terms { get; init; } = [];
}

/// <summary>A topic whose title, or text, has the words. The title is encoded, with <c>mark</c> as the only element.</summary>
public sealed record TypedTopic(TopicKind Kind, long Id, string Title, string TitleHtml, TopicState State, string SpaceName);

/// <summary>A term that the glossary explains.</summary>
public sealed record TypedTerm(long Id, string Term, string Meaning);
