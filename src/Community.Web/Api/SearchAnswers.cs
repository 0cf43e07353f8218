using Community.Experts;
using Community.Search;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;

namespace Community.Web.Api;

/// <summary>What was found.</summary>
/// <param name="Total">Topics on all pages.</param>
/// <param name="CatchingUp">Not everything can be found yet, or nothing just now.</param>
/// <param name="DidYouMean">Another spelling that finds more; null when there is none.</param>
public sealed record SearchAnswer(int Total, long TookMs, IReadOnlyList<FoundTopic> Items, FacetsAnswer Facets, string? DidYouMean, bool CatchingUp)
{
    public static SearchAnswer Of(SearchResults results) => new(results.Total, results.TookMs, [.. results.Hits.Select(FoundTopic.Of)], FacetsAnswer.Of(results.Facets), results.DidYouMean, results.IsUnavailable || results.CatchingUp is not null);
}

/// <summary>A topic by its best post.</summary>
/// <param name="Url">The topic's page, or of another post than the opening its permalink.</param>
/// <param name="ExcerptHtml">Encoded text with <c>mark</c> as the only element.</param>
/// <param name="Score">The relevance.</param>
/// <param name="Space">The slug.</param>
public sealed record FoundTopic(
    TopicKind Kind, long TopicId, long PostId, string Title, string Url, string ExcerptHtml, double Score, string Space, IReadOnlyList<string> Tags, Author? Author, DateTime At, TopicState State)
{
    public static FoundTopic Of(SearchHit hit) => new(hit.Kind, hit.TopicId, hit.PostId, hit.Title,
        hit.Part == Part.Opening ? TopicAddress.Of(hit.Kind, hit.TopicId, hit.Title) : TopicAddress.Permalink(hit.PostId), hit.ExcerptHtml, hit.Score, hit.Space, hit.Tags,
        hit.AuthorId is { } id ? new Author(id, hit.AuthorName ?? "") : null, hit.At, hit.State);
}

/// <summary>How many of the topics have a value.</summary>
public sealed record FacetsAnswer(IReadOnlyList<FacetAnswer> Kind, IReadOnlyList<FacetAnswer> Space, IReadOnlyList<FacetAnswer> Tag, IReadOnlyList<FacetAnswer> Author, IReadOnlyList<FacetAnswer> State, IReadOnlyList<FacetAnswer> Year)
{
    public static FacetsAnswer Of(SearchFacets facets) => new(Values(facets.Kind), Values(facets.Space), Values(facets.Tag), Values(facets.Author), Values(facets.State), Values(facets.Year));

    static FacetAnswer[] Values(IReadOnlyList<Facet> facet) => [.. facet.Select(value => new FacetAnswer(value.Value, value.Name, value.Count))];
}

/// <summary>One value of a facet, the most frequent first.</summary>
public sealed record FacetAnswer(string Value, string Name, int Count);

/// <summary>Somebody who wrote about the subject.</summary>
public sealed record ExpertAnswer(ExpertPerson Person, double Score, IReadOnlyList<EvidenceAnswer> Evidence)
{
    public static ExpertAnswer Of(RankedPerson person) => new(new ExpertPerson(person.Id, person.Name, person.Unit, $"/people/{person.Id}/{Slug.Of(person.Name)}"), person.Score,
        [.. person.Evidence.Select(post => new EvidenceAnswer(post.TopicId, post.PostId, post.Title, TopicAddress.Permalink(post.PostId), post.Why, post.At))]);
}

/// <summary>Who that is.</summary>
public sealed record ExpertPerson(long Id, string Name, string? Unit, string Url);

/// <summary>A post that shows it.</summary>
/// <param name="Why">In a few words, such as <c>answer, accepted</c>.</param>
public sealed record EvidenceAnswer(long TopicId, long PostId, string Title, string Url, string Why, DateTime At);
