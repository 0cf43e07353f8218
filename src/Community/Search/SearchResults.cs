using Community.Notes.Care;
using Community.Topics;
using Community.Trials;

namespace Community.Search;

/// <summary>What was found, counted behind the reader's gate.</summary>
public sealed record SearchResults
{
    /// <summary>Topics, not posts; also beyond what pages reach.</summary>
    public int Total { get; init; }

    public long TookMs { get; init; }

    /// <summary>At most <see cref="SearchRequest.PageSize"/>, a topic once.</summary>
    public IReadOnlyList<SearchHit> Hits { get; init; } = [];

    /// <summary>At most six, on the first page, for readers who are signed in.</summary>
    public IReadOnlyList<PersonHit> People { get; init; } = [];

    /// <summary>What was tried before and abandoned, in the same words; at most three, on the first page of a search that nothing else narrows.</summary>
    public IReadOnlyList<Tried> Tried { get; init; } = [];

    public SearchFacets Facets { get; init; } = new([], [], [], [], [], []);

    /// <summary>Where nothing was found: what finds something by asking for less, at most five.</summary>
    public IReadOnlyList<LooserSearch> Looser { get; init; } = [];

    /// <summary>Another spelling whose words posts in sight have; null when there is none, or it was not asked for.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public bool HasMore { get; init; }

    /// <summary>Not everything can be found yet.</summary>
    public IndexProgress? CatchingUp { get; init; }

    /// <summary>Nothing can be found just now: there is no index that can be read.</summary>
    public bool IsUnavailable { get; init; }
}

/// <summary>A topic by its best post. Title and excerpt are encoded, with <c>mark</c> as the only element; score is the relevance.</summary>
/// <param name="MorePosts">How many other posts of the topic fit as well.</param>
/// <param name="Why">What puts it here, the most telling first.</param>
public sealed record SearchHit(
    TopicKind Kind, long TopicId, long PostId, Part Part, string Title, string TitleHtml, string ExcerptHtml, double Score, string Space, string SpaceName,
    IReadOnlyList<string> Tags, long? AuthorId, string? AuthorName, DateTime At, TopicState State, int MorePosts,
    IReadOnlyList<Reason> Why)
{
    /// <summary>What was tried in this topic and abandoned.</summary>
    public IReadOnlyList<Tried> Tried { get; init; } = [];
    /// <summary>How a note is kept; null for other kinds.</summary>
    public NoteStanding? Note { get; init; }

    /// <summary>A note that the viewer may see answers the question.</summary>
    public bool IsAnsweredByNote { get; init; }
}

/// <summary>A search that asks for less.</summary>
/// <param name="Without">What was taken out, as typed or chosen.</param>
public sealed record LooserSearch(SearchRequest Request, string Without, int Total);

/// <summary>A person whose name, unit, position or subjects fit.</summary>
public sealed record PersonHit(long Id, string Name, string Unit, string Position);

/// <summary>How many of the topics have a value. The counts of a facet are those without its own choice, so that another can be chosen. States overlap.</summary>
public sealed record SearchFacets(
    IReadOnlyList<Facet> Kind, IReadOnlyList<Facet> Space, IReadOnlyList<Facet> Tag, IReadOnlyList<Facet> Author, IReadOnlyList<Facet> State, IReadOnlyList<Facet> Year);

/// <summary>One value with its count, most frequent first, at most 20. <paramref name="Value"/> is what a request names, <paramref name="Name"/> what people read.</summary>
public sealed record Facet(string Value, string Name, int Count);
