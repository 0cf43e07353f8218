using Community.Questions.Asking;
using Community.Search.Routing;
using Community.Spaces;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.People;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Asking;

/// <summary>Asking colleagues to answer a question, and their saying no.</summary>
public sealed class AskingController(CurrentViewer current, TopicLoading topics, TypedName names, Looks looks, IStringLocalizer<AskingText> text) : Controller, IFormAgain
{
    const int Shown = 5;
    const int MostSpaces = 8;

    /// <summary>Who could answer; the page of the question does not wait for it. Without scripts it is a page of its own.</summary>
    /// <param name="name">What was typed, and refused.</param>
    [HttpGet("/questions/{id:long}/candidates")]
    public async Task<IActionResult> Candidates(long id, string? name, [FromServices] Candidates candidates)
    {
        if (!(await current.Get()).IsSignedIn || await topics.Find(id) is not { Kind: TopicKind.Question, IsClosed: false } topic) return NotFound();

        await looks.Record(topic.SpaceId);
        var viewer = await current.Get();
        var found = await candidates.For(id, viewer, HttpContext.RequestAborted);
        var part = new CandidatesPart(topic.Id, topic.Title, name, [.. found.Where(candidate => candidate.Person.Id != viewer.PersonId).Take(Shown)]);
        return Request.Headers.ContainsKey("Turbo-Frame") ? PartialView("_Candidates", part) : View("Candidates", part);
    }

    /// <param name="space">A space's slug; empty for all.</param>
    [HttpGet("/unanswered")]
    public async Task<IActionResult> Unanswered(string? space, string? sort, string? after, [FromServices] UnansweredListing unanswered, [FromServices] KnownCommunity known, [FromServices] TimeProvider clock)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn) return NotFound();

        var readable = (await known.Ground()).Spaces.Values.Where(s => viewer.CanRead(s.Id)).ToList();
        var chosen = string.IsNullOrEmpty(space) ? null : readable.Find(s => s.Slug == space);
        if (!string.IsNullOrEmpty(space) && chosen is null) return NotFound();

        if (chosen is not null) await looks.Record(chosen.Id);
        var joined = viewer.PersonId is { } id && await known.Person(id) is { } person ? person.JoinedSpaceIds : [];
        var (byNeed, need) = (sort == "need", sort == "need" ? "sort=need" : "");
        List<Filter> filters = [new(text["All spaces"], Address(null, need), null, chosen is null), .. readable.Where(s => joined.Contains(s.Id) || s.Id == chosen?.Id).Take(MostSpaces).Select(s => new Filter(s.Name, Address(s.Slug, need), null, s.Id == chosen?.Id))];
        return View("Unanswered", new UnansweredPage(filters, await unanswered.Load(chosen?.Id, byNeed, after, Address(chosen?.Slug, need)), clock.Now()) { IsByNeed = byNeed, Other = Address(chosen?.Slug, byNeed ? "" : "sort=need") });
    }

    static string Address(string? space, string sort) => "/unanswered" + string.Join('&', new[] { space is null ? "" : "space=" + space, sort }.Where(part => part.Length > 0)) is { Length: > 11 } narrowed ? narrowed.Insert(11, "?") : "/unanswered";

    /// <param name="person">Chosen from a list, by id; or <paramref name="name"/>, typed.</param>
    [HttpPost("/questions/{id:long}/invitations")]
    public async Task<IActionResult> Invite(long id, long? person, string? name, [FromServices] InviteToAnswer invite)
    {
        await invite.Run(current.PersonId, id, person ?? await names.Id(name), HttpContext.RequestAborted);
        return await Back(id, text["Asked."].Value);
    }

    /// <param name="now">"Not now"; else "not me".</param>
    /// <param name="ask">Whom to ask instead, typed.</param>
    [HttpPost("/questions/{id:long}/declined")]
    public async Task<IActionResult> Decline(long id, bool now, string? ask, [FromServices] DeclineInvitation decline)
    {
        long? other = string.IsNullOrWhiteSpace(ask) || now ? null : await names.Id(ask);
        if (other == 0) throw new RefusedException(Refusal.Invalid, "Nobody here, or more than one, has this name. Type the whole name, or leave it empty.") { Field = "Asked" };

        await decline.Run(current.PersonId, id, now, other, HttpContext.RequestAborted);
        return await Back(id, other is null ? text["Somebody else is asked."].Value : text["They are asked instead. Thank you."].Value);
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments)
    {
        if (arguments["id"] is not long id || await topics.Find(id) is not { Kind: TopicKind.Question } topic) return null;

        ViewData["Named"] = arguments.TryGetValue("name", out var name) ? name : null;
        ViewData["Instead"] = arguments.TryGetValue("ask", out var ask) ? ask : null;
        return View("/Topics/Question.cshtml", await topics.Load(topic, null, null));
    }

    async Task<IActionResult> Back(long id, string said)
    {
        TempData["Said"] = said;
        return new SeeOther(await topics.Find(id) is { } topic ? TopicAddress.Of(topic.Kind, id, topic.Title) : "/");
    }
}

/// <summary>What nobody has answered.</summary>
public sealed record UnansweredPage(IReadOnlyList<Filter> Spaces, UnansweredRows List, DateTime Now)
{
    /// <summary>What is needed first comes first.</summary>
    public bool IsByNeed { get; init; }

    /// <summary>Where it stands in the other order.</summary>
    public string Other { get; init; } = "";
}

/// <summary>Who could answer a question.</summary>
/// <param name="Named">Whom somebody typed, without success.</param>
public sealed record CandidatesPart(long TopicId, string Title, string? Named, IReadOnlyList<Candidate> People);
