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

    /// <summary>Somebody typed it, who may have misspelt a word.</summary>
    public bool MayBeMisspelt { get; init; }

    /// <summary>Nothing was typed or chosen, and so nothing is looked for.</summary>
    public bool AsksNothing => Kind is null && string.IsNullOrWhiteSpace(Text + Space + Tag);
}
