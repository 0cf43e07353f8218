using Community.Spaces;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Presence;

/// <summary>The names of those who are in a topic now.</summary>
public sealed class HereController(CurrentViewer current, TopicLoading topics, WhoIsHere here, KnownCommunity known) : Controller
{
    const int MostShown = 4;

    /// <summary>For whoever is there, too, and shows it; for everybody else there is nothing.</summary>
    [HttpGet("/topics/{id:long}/here")]
    public async Task<IActionResult> Show(long id)
    {
        if ((await current.Get()).PersonId is not { } personId || await topics.Find(id) is null || await here.For(personId, id, 0, HttpContext.RequestAborted) is not { } present) return NotFound();

        var names = await known.Names(present.People);
        List<Named> people = [.. present.People.Where(names.ContainsKey).Select(person => new Named(person, names[person].Name))];
        return PartialView("_HereNow", new HereNow([.. people.Take(MostShown)], [.. people.Skip(MostShown)]));
    }
}

/// <summary>Who else is in a topic.</summary>
/// <param name="People">By id, at most 4.</param>
/// <param name="More">Who is only counted; their names are there for when they write.</param>
public sealed record HereNow(IReadOnlyList<Named> People, IReadOnlyList<Named> More);
