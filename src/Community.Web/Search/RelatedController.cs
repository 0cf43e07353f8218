using Community.Questions;
using Community.Search;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Community.Web.Search;

/// <summary>Topics like another one: a page of its own, and the part of a topic's page that is fetched when it comes into sight.</summary>
public sealed class RelatedController(Searcher searcher, CurrentViewer current, TopicLoading topics, KnownTopics known) : Controller
{
    const int BesideTopic = 5;
    const int OnPage = 20;

    [HttpGet("/topics/{id:long}/related")]
    [OutputCache(PolicyName = OpenPages.Name)]
    public async Task<IActionResult> Show(long id)
    {
        if (await Related(id, OnPage) is not { } page) return NotFound();

        ViewData["Open"] = true;
        return View("Related", page);
    }

    [HttpGet("/topics/{id:long}/related/fragment")]
    [OutputCache(PolicyName = OpenPages.Name)]
    public async Task<IActionResult> Fragment(long id) => await Related(id, BesideTopic) is { } page ? PartialView("_Related", page) : NotFound();

    async Task<RelatedPage?> Related(long id, int count)
    {
        if (await topics.Find(id) is not { } topic) return null;

        var facts = topic.Standing == Standing.Published ? await known.Facts(id) : null;
        var text = facts is null ? "" : string.Join(' ', [facts.Title, .. facts.Tags]);
        return new RelatedPage(topic, await searcher.Similar(text, await current.Get(), count, topic.Id, HttpContext.RequestAborted));
    }
}
