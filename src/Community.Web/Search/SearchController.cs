using System.Globalization;
using Community.Search;
using Community.Topics;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Community.Web.Search;

/// <summary>The search page. Whatever is asked, it answers.</summary>
public sealed class SearchController(Searcher searcher, CurrentViewer current) : Controller
{
    const int SimilarShown = 4;

    [HttpGet("/search")]
    [OutputCache(PolicyName = OpenPages.Name)]
    public async Task<IActionResult> Show(string? q, string? kind, string? space, string? tag, string? sort, [FromQuery(Name = "page")] string? page, string? exact)
    {
        var request = new SearchRequest(q ?? "", KindOf(kind), space, tag, sort == "new" ? SearchSort.Newest : SearchSort.Relevance, PageOf(page)) { MayBeMisspelt = true };
        var viewer = await current.Get();
        var results = request.AsksNothing ? null : await searcher.Search(request, viewer, HttpContext.RequestAborted);
        var meant = Meant.Of(results?.DidYouMean);
        if (meant is not null && exact is null && results is { Total: 0, People.Count: 0 })
        {
            var others = await searcher.Search(request with { Text = meant.Text, MayBeMisspelt = false }, viewer, HttpContext.RequestAborted);
            if (others.Total > 0) (results, meant) = (others, meant with { IsShown = true });
        }

        ViewData["Open"] = true;
        return View("Search", new SearchPage(request, results, viewer.IsSignedIn) { Meant = meant });
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

    /// <summary>What is offered while somebody types: options for the list under a search field, with nothing around them.</summary>
    [HttpGet("/search/instant")]
    public async Task<IActionResult> Instant(string? q, [FromServices] WhileTyping typing)
    {
        var viewer = await current.Get();
        return PartialView("_Instant", new InstantPanel(q ?? "", await typing.Of(q ?? "", viewer, HttpContext.RequestAborted)));
    }

    static TopicKind? KindOf(string? word) => word?.ToLowerInvariant() switch
    {
        "thread" => TopicKind.Thread,
        "question" => TopicKind.Question,
        "note" => TopicKind.Note,
        _ => null,
    };

    static int PageOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, SearchRequest.MaxPage) : 1;
}
