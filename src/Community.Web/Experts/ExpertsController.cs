using System.Globalization;
using Community.Experts;
using Community.Questions;
using Community.Search;
using Community.Spaces;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Experts;

/// <summary>Who knows about a subject; for people with an account.</summary>
public sealed class ExpertsController(PeopleWhoKnow experts, KnownCommunity known, KnownTopics topics, CurrentViewer current, IStringLocalizer<ExpertsText> text) : Controller
{
    const int MostSpaces = 5;
    const int MostSubjects = 6;
    const int MostLength = 4_096;

    [HttpGet("/experts")]
    public async Task<IActionResult> Show(string? q, string? space, [FromQuery(Name = "page")] string? page)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn) return NotFound();

        var asked = (q ?? "").Trim();
        if (asked.Length > MostLength) asked = asked[..MostLength];
        var readable = (await known.Ground()).Spaces.Values.Where(s => viewer.CanRead(s.Id)).ToList();
        var chosen = string.IsNullOrEmpty(space) ? null : readable.Find(s => s.Slug == space);
        if (!string.IsNullOrEmpty(space) && chosen is null) return NotFound();

        var people = asked.Length == 0 ? [] : await experts.About(asked, chosen?.Slug, viewer, HttpContext.RequestAborted);
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? Math.Clamp(typed, 1, 1 + (people.Count - 1) / ExpertsPage.PageSize) : 1;
        var shown = people.Skip((number - 1) * ExpertsPage.PageSize).Take(ExpertsPage.PageSize).ToList();
        return View("Experts", new ExpertsPage(asked, chosen?.Slug, people.Count, shown, Tabs(asked, people, readable, chosen), await Subjects(shown), people.FirstOrDefault(person => person.Id == viewer.PersonId))
        {
            Page = number,
            ViewerId = viewer.PersonId ?? 0,
        });
    }

    List<Filter> Tabs(string asked, IReadOnlyList<RankedPerson> people, List<KnownSpace> readable, KnownSpace? chosen)
    {
        List<Filter> tabs = [new(text["Anywhere"], ExpertsPage.Address(asked), chosen is null ? people.Count : null, chosen is null)];
        if (chosen is not null) tabs.Add(new(chosen.Name, ExpertsPage.Address(asked, chosen.Slug), people.Count, true));
        else tabs.AddRange(readable.Select(s => (Space: s, Count: people.Count(person => person.SpaceIds.Contains(s.Id)))).Where(s => s.Count > 0).OrderByDescending(s => s.Count).Take(MostSpaces).Select(s => new Filter(s.Space.Name, ExpertsPage.Address(asked, s.Space.Slug), s.Count, false)));
        return tabs;
    }

    async Task<List<string>> Subjects(List<RankedPerson> shown)
    {
        var facts = await topics.Facts([.. shown.SelectMany(person => person.Evidence).Select(one => one.TopicId).Distinct()]);
        return [.. facts.Values.SelectMany(topic => topic.Tags).GroupBy(tag => tag).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).Take(MostSubjects).Select(same => same.Key)];
    }
}
