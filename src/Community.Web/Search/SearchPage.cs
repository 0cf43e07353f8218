using System.Globalization;
using Community.Search;
using Community.Topics;
using Microsoft.AspNetCore.Http.Extensions;

namespace Community.Web.Search;

/// <summary>What was asked and found; <paramref name="Results"/> is null while nothing was asked.</summary>
public sealed record SearchPage(SearchRequest Request, SearchResults? Results, bool IsSignedIn, bool IsStaff)
{
    const int MostChoices = 10;

    /// <summary>Null where what was typed is spelt as posts spell it.</summary>
    public Meant? Meant { get; init; }

    /// <summary>The address of what was typed, as it was typed.</summary>
    public string ExactLink => Link(Request) + "&exact=1";

    public bool IsNarrowed => Request.IsNarrowed;

    public int First => (Request.Page - 1) * SearchRequest.PageSize + 1;

    public int Last => First - 1 + (Results?.Hits.Count ?? 0);

    /// <summary>The address of this search with another choice, from its first page.</summary>
    public string Link(SearchRequest other, int page = 1)
    {
        var query = new QueryBuilder { { "q", other.Text } };
        if (other.Kind is { } kind) query.Add("kind", Word(kind));
        if (!string.IsNullOrEmpty(other.Space)) query.Add("space", other.Space);
        if (!string.IsNullOrEmpty(other.Tag)) query.Add("tag", other.Tag);
        if (other.State is { } state) query.Add("state", Word(state));
        if (other.Author is { } author) query.Add("author", author.ToString(CultureInfo.InvariantCulture));
        if (other.Year is { } year) query.Add("year", year.ToString(CultureInfo.InvariantCulture));
        if (other.Sort == SearchSort.Newest) query.Add("sort", "new");
        if (page > 1) query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        return "/search" + query;
    }

    public string PageLink(int page) => Link(Request, page);

    public string KindLink(string? word) => Link(Request with { Kind = word is null ? null : Enum.Parse<TopicKind>(word, ignoreCase: true) });

    public string SpaceLink(string? slug) => Link(Request with { Space = slug });

    public string TagLink(string? name) => Link(Request with { Tag = name });

    public string StateLink(string? word) => Link(Request with { State = word is null ? null : Enum.Parse<StateWord>(word, ignoreCase: true) });

    public string AuthorLink(string? id) => Link(Request with { Author = id is null ? null : long.Parse(id, CultureInfo.InvariantCulture) });

    public string YearLink(string? year) => Link(Request with { Year = year is null ? null : int.Parse(year, CultureInfo.InvariantCulture) });

    /// <summary>What was typed, with what was chosen of states and years as operators.</summary>
    public static string Typed(SearchRequest request) => string.Join(' ', new[]
    {
        request.Text.Trim(),
        request.State is { } state ? "is:" + Word(state) : "",
        request.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"after:{year} before:{year + 1}") : "",
    }.Where(word => word.Length > 0));

    /// <summary>All posts of a hit's topic that fit what was typed.</summary>
    public string TopicLink(long topicId) => "/search" + new QueryBuilder { { "q", Request.Text }, { "topic", topicId.ToString(CultureInfo.InvariantCulture) } };

    public string SortLink(SearchSort sort) => Link(Request with { Sort = sort });

    public static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>The links of a facet, at most ten and the one chosen, also when nothing fits it.</summary>
    public IReadOnlyList<FacetChoice> Choices(IReadOnlyList<Facet> facet, string? chosen, Func<string, string>? name, Func<string?, string> link)
    {
        var choices = facet.Where((f, i) => i < MostChoices || f.Value == chosen).Select(f => new FacetChoice(link(f.Value), name?.Invoke(f.Value) ?? f.Name, f.Count, f.Value == chosen)).ToList();
        if (!string.IsNullOrEmpty(chosen) && !choices.Exists(choice => choice.IsCurrent)) choices.Add(new FacetChoice(link(chosen), name?.Invoke(chosen) ?? chosen, 0, true));
        return choices;
    }
}
