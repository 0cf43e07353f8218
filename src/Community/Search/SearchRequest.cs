using Community.Topics;

namespace Community.Search;

/// <summary>In what order topics come.</summary>
public enum SearchSort { Relevance, Newest }

/// <summary>What somebody looks for. <paramref name="Text"/> is what was typed: any characters, any length; nothing in it is an error.</summary>
/// <param name="Space">A space's slug.</param>
/// <param name="Tag">A tag's name or synonym.</param>
/// <param name="Page">From 1; the last is <see cref="MaxPage"/>.</param>
public sealed record SearchRequest(string Text, TopicKind? Kind = null, string? Space = null, string? Tag = null, SearchSort Sort = SearchSort.Relevance, int Page = 1)
{
    public const int PageSize = 20;
    public const int MaxPage = 50;

    public StateWord? State { get; init; }

    /// <summary>The person whose post is a topic's best.</summary>
    public long? Author { get; init; }

    /// <summary>The year in which a topic began.</summary>
    public int? Year { get; init; }

    /// <summary>The text is one that somebody writes, such as a title: nothing in it is an operator.</summary>
    public bool IsProse { get; init; }

    /// <summary>Somebody typed it, who may have misspelt a word.</summary>
    public bool MayBeMisspelt { get; init; }

    /// <summary>Whether anything was chosen beside what was typed.</summary>
    public bool IsNarrowed => Kind is not null || State is not null || Author is not null || Year is not null || !string.IsNullOrEmpty(Space) || !string.IsNullOrEmpty(Tag);

    /// <summary>Nothing was typed or chosen, and so nothing is looked for.</summary>
    public bool AsksNothing => !IsNarrowed && string.IsNullOrWhiteSpace(Text);
}
