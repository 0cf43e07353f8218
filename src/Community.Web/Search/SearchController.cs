using System.Globalization;
using Community.Governance;
using Community.Search;
using Community.Search.Asked;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Community.Web.Search;

/// <summary>The search page. Whatever is asked, it answers.</summary>
public sealed class SearchController(Searcher searcher, CurrentViewer current, NoteSearch note) : Controller
{
    [HttpGet("/search")]
    [OutputCache(PolicyName = OpenPages.Name)]
    public async Task<IActionResult> Show(SearchAddress asked)
    {
        var viewer = await current.Get();
        if (asked.Topic is { } topic) return await ShowTopic(asked, topic, viewer);

        var request = asked.Request with { MayBeMisspelt = true };
        var results = request.AsksNothing ? null : await searcher.Search(request, viewer, HttpContext.RequestAborted);
        var meant = Meant.Of(results?.DidYouMean);
        if (meant is not null && asked.Exact is null && results is { Total: 0, People.Count: 0 })
        {
            var others = await searcher.Search(request with { Text = meant.Text, MayBeMisspelt = false }, viewer, HttpContext.RequestAborted);
            if (others.Total > 0) (results, meant) = (others, meant with { IsShown = true });
        }

        if (results is not null && !IsAhead(Request)) ViewData["Asked"] = await note.Of(request, results, viewer, viewer.PersonId?.ToString(CultureInfo.InvariantCulture) ?? ClientAddress.Of(HttpContext));
        ViewData["Open"] = true;
        return View("Search", new SearchPage(request, results, viewer.IsSignedIn, viewer.IsStaff) { Meant = meant });
    }

    /// <summary>Topics like the title that somebody is typing: a fragment for the page on which they type it, empty when there is nothing.</summary>
    /// <param name="asking">What is being written; of a question, also who knows, and each can be said to answer it.</param>
    [HttpGet("/search/similar")]
    public async Task<IActionResult> Similar(string? title, [FromQuery(Name = "for")] string? asking, [FromServices] SimilarLoading similar) =>
        (await current.Get()).IsSignedIn ? PartialView("_Similar", await similar.Load(title, isAsking: asking == "question")) : NotFound();

    /// <summary>What is offered while somebody types: options for the list under a search field, with nothing around them.</summary>
    [HttpGet("/search/instant")]
    public async Task<IActionResult> Instant(string? q, [FromServices] WhileTyping typing)
    {
        var viewer = await current.Get();
        return PartialView("_Instant", new InstantPanel(q ?? "", await typing.Of(q ?? "", viewer, HttpContext.RequestAborted)));
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

    async Task<IActionResult> ShowTopic(SearchAddress asked, string topic, Viewer viewer)
    {
        if (!long.TryParse(topic, NumberStyles.None, CultureInfo.InvariantCulture, out var topicId)) return NotFound();

        var hits = await searcher.InTopic(asked.Q ?? "", topicId, viewer, HttpContext.RequestAborted);
        ViewData["Open"] = true;
        return hits.Count == 0 ? NotFound() : View("InTopic", new TopicHitsPage(asked.Q ?? "", hits));
    }
}
