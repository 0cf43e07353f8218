using System.Globalization;
using Community.Governance;
using Community.Search;
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
    public async Task<IActionResult> Show(SearchAddress asked)
    {
        var viewer = await current.Get();
        if (asked.Topic is { } topic) return await ShowTopic(asked, topic, viewer);

        var request = asked.Request;
        var results = request.AsksNothing ? null : await searcher.Search(request, viewer, HttpContext.RequestAborted);
        ViewData["Open"] = true;
        return View("Search", new SearchPage(request, results, viewer.IsSignedIn));
    }

    /// <summary>Topics like the title that somebody is typing: a fragment for the page on which they type it, empty when there is nothing.</summary>
    [HttpGet("/search/similar")]
    public async Task<IActionResult> Similar(string? title)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn) return NotFound();

        return PartialView("_Similar", await searcher.Similar(title ?? "", viewer, SimilarShown, stop: HttpContext.RequestAborted));
    }

    async Task<IActionResult> ShowTopic(SearchAddress asked, string topic, Viewer viewer)
    {
        if (!long.TryParse(topic, NumberStyles.None, CultureInfo.InvariantCulture, out var topicId)) return NotFound();

        var hits = await searcher.InTopic(asked.Q ?? "", topicId, viewer, HttpContext.RequestAborted);
        ViewData["Open"] = true;
        return hits.Count == 0 ? NotFound() : View("InTopic", new TopicHitsPage(asked.Q ?? "", hits));
    }
}
