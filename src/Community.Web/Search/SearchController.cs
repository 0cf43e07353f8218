using System.Globalization;
using Community.Search;
using Community.Search.Asked;
using Community.Topics;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Community.Web.Search;

/// <summary>The search page. Whatever is asked, it answers.</summary>
public sealed class SearchController(Searcher searcher, CurrentViewer current, NoteSearch note) : Controller
{
    const int SimilarShown = 4;

    [HttpGet("/search")]
    [OutputCache(PolicyName = OpenPages.Name)]
    public async Task<IActionResult> Show(string? q, string? kind, string? space, string? tag, string? sort, [FromQuery(Name = "page")] string? page)
    {
        var request = new SearchRequest(q ?? "", KindOf(kind), space, tag, sort == "new" ? SearchSort.Newest : SearchSort.Relevance, PageOf(page));
        var viewer = await current.Get();
        var results = request.AsksNothing ? null : await searcher.Search(request, viewer, HttpContext.RequestAborted);
        if (results is not null && !IsAhead(Request)) ViewData["Asked"] = await note.Of(request, results, viewer, viewer.PersonId?.ToString(CultureInfo.InvariantCulture) ?? ClientAddress.Of(HttpContext));
        ViewData["Open"] = true;
        return View("Search", new SearchPage(request, results, viewer.IsSignedIn));
    }

    /// <summary>Topics like the title that somebody is typing: a fragment for the page on which they type it, empty when there is nothing.</summary>
    [HttpGet("/search/similar")]
    public async Task<IActionResult> Similar(string? title)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn) return NotFound();

        var results = string.IsNullOrWhiteSpace(title) ? new SearchResults() : await searcher.Search(new SearchRequest(title), viewer, HttpContext.RequestAborted);
        return PartialView("_Similar", results.Hits.Take(SimilarShown).ToList());
    }

    /// <summary>A result was opened: the page says so by itself, and nobody waits for it. Which search it was is known by a key of chance alone.</summary>
    [HttpPost("/search/opened")]
    public async Task<IActionResult> Opened(string? asked, int position, [FromServices] AskedLately lately)
    {
        if (!(await current.Get()).IsSignedIn) return NotFound();

        lately.Open(asked ?? "", Math.Clamp(position, 0, SearchRequest.PageSize * SearchRequest.MaxPage));
        return NoContent();
    }

    /// <summary>Fetched by the browser before anybody wanted it.</summary>
    static bool IsAhead(HttpRequest request) => (request.Headers["Sec-Purpose"].ToString() + request.Headers["X-Sec-Purpose"]).Contains("prefetch", StringComparison.OrdinalIgnoreCase);

    static TopicKind? KindOf(string? word) => word?.ToLowerInvariant() switch
    {
        "thread" => TopicKind.Thread,
        "question" => TopicKind.Question,
        "note" => TopicKind.Note,
        _ => null,
    };

    static int PageOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, SearchRequest.MaxPage) : 1;
}
