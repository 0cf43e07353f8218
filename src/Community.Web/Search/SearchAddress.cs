using System.Globalization;
using Community.Search;
using Community.Topics;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Search;

/// <summary>What the address of a search says. What cannot be read is as if it were not there.</summary>
public sealed class SearchAddress
{
    public string? Q { get; set; }

    public string? Kind { get; set; }

    public string? Space { get; set; }

    public string? Tag { get; set; }

    public string? State { get; set; }

    public string? Author { get; set; }

    public string? Year { get; set; }

    public string? Sort { get; set; }

    /// <summary>Not to be corrected.</summary>
    public string? Exact { get; set; }

    /// <summary>A topic of which all fitting posts are shown.</summary>
    public string? Topic { get; set; }

    [FromQuery(Name = "page")]
    public string? PageNumber { get; set; }

    public SearchRequest Request => new(Q ?? "", Named<TopicKind>(Kind), Space, Tag, Sort == "new" ? SearchSort.Newest : SearchSort.Relevance, Math.Clamp((int?)Number(PageNumber) ?? 1, 1, SearchRequest.MaxPage))
    {
        State = Named<StateWord>(State),
        Author = Number(Author),
        Year = (int?)Number(Year),
    };

    /// <summary>The address of a search.</summary>
    public static string Of(SearchRequest request, int page = 1)
    {
        var query = new QueryBuilder { { "q", request.Text } };
        if (request.Kind is { } kind) query.Add("kind", SearchPage.Word(kind));
        if (!string.IsNullOrEmpty(request.Space)) query.Add("space", request.Space);
        if (!string.IsNullOrEmpty(request.Tag)) query.Add("tag", request.Tag);
        if (request.State is { } state) query.Add("state", SearchPage.Word(state));
        if (request.Author is { } author) query.Add("author", author.ToString(CultureInfo.InvariantCulture));
        if (request.Year is { } year) query.Add("year", year.ToString(CultureInfo.InvariantCulture));
        if (request.Sort == SearchSort.Newest) query.Add("sort", "new");
        if (page > 1) query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        return "/search" + query;
    }

    static T? Named<T>(string? word) where T : struct, Enum => word?.Length > 0 && char.IsAsciiLetter(word[0]) && Enum.TryParse<T>(word, ignoreCase: true, out var named) ? named : null;

    static long? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
