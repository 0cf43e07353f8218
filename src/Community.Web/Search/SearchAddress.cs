using System.Globalization;
using Community.Search;
using Community.Topics;
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

    static T? Named<T>(string? word) where T : struct, Enum => word?.Length > 0 && char.IsAsciiLetter(word[0]) && Enum.TryParse<T>(word, ignoreCase: true, out var named) ? named : null;

    static long? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
