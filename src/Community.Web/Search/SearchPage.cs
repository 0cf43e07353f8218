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
    public string ExactLink => SearchAddress.Of(Request) + "&exact=1";

    public bool IsNarrowed => Request.IsNarrowed;

    public int First => (Request.Page - 1) * SearchRequest.PageSize + 1;

    public int Last => First - 1 + (Results?.Hits.Count ?? 0);

    public string PageLink(int page) => SearchAddress.Of(Request, page);

    public string KindLink(string? word) => SearchAddress.Of(Request with { Kind = word is null ? null : Enum.Parse<TopicKind>(word, ignoreCase: true) });

    public string SpaceLink(string? slug) => SearchAddress.Of(Request with { Space = slug });

    public string TagLink(string? name) => SearchAddress.Of(Request with { Tag = name });

    public string StateLink(string? word) => SearchAddress.Of(Request with { State = word is null ? null : Enum.Parse<StateWord>(word, ignoreCase: true) });

    public string AuthorLink(string? id) => SearchAddress.Of(Request with { Author = id is null ? null : long.Parse(id, CultureInfo.InvariantCulture) });

    public string YearLink(string? year) => SearchAddress.Of(Request with { Year = year is null ? null : int.Parse(year, CultureInfo.InvariantCulture) });

    /// <summary>What was typed, with the state, the author and the year that were chosen as operators: what a saved search keeps. An author of whom nothing is found has no name here, and is let go.</summary>
    public string Kept => string.Join(' ', new[]
    {
        Request.Text.Trim(),
        Request.State is { } state ? "is:" + Word(state) : "",
        Request.Author is { } author && AuthorName(author) is { } name ? $"by:\"{name.Replace("\"", "", StringComparison.Ordinal)}\"" : "",
        Request.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"after:{year} before:{year + 1}") : "",
    }.Where(word => word.Length > 0));

    /// <summary>Null where nothing of theirs is found.</summary>
    public string? AuthorName(long id) => Results?.Facets.Author.FirstOrDefault(facet => facet.Value == id.ToString(CultureInfo.InvariantCulture))?.Name;

    /// <summary>All posts of a hit's topic that fit what was typed.</summary>
    public string TopicLink(long topicId) => "/search" + new QueryBuilder { { "q", Request.Text }, { "topic", topicId.ToString(CultureInfo.InvariantCulture) } };

    public string SortLink(SearchSort sort) => SearchAddress.Of(Request with { Sort = sort });

    public static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>The links of a facet, at most ten and the one chosen, also when nothing fits it.</summary>
    public IReadOnlyList<FacetChoice> Choices(IReadOnlyList<Facet> facet, string? chosen, Func<string, string>? name, Func<string?, string> link)
    {
        var choices = facet.Where((f, i) => i < MostChoices || f.Value == chosen).Select(f => new FacetChoice(link(f.Value), name?.Invoke(f.Value) ?? f.Name, f.Count, f.Value == chosen)).ToList();
        if (!string.IsNullOrEmpty(chosen) && !choices.Exists(choice => choice.IsCurrent)) choices.Add(new FacetChoice(link(chosen), name?.Invoke(chosen) ?? chosen, 0, true));
        return choices;
    }
}
