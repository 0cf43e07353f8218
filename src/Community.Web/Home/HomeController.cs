using Community.Events;
using Community.Questions;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Offline;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Home;

/// <summary>The first page: what waits for me, what is lively, what nobody has answered.</summary>
public sealed class HomeController(CommunityContext db, KnownCommunity known, LastEvent last, CurrentViewer current, TopicListing listing, DraftLoading drafts, ChoreCounting chores) : Controller
{
    const int LivelySize = 8;
    const int UnansweredSize = 5;
    const int WaitingSize = 5;

    [HttpGet("/")]
    [OutputCache(PolicyName = OpenPages.Name)]
    public async Task<IActionResult> Show()
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn)
        {
            ViewData["Gate"] = true;
            return View("Door", await listing.Load(topics => topics, TopicOrder.Latest, null, "/", 10));
        }

        if (viewer.MayKeepOwnLists) Response.MayBeKept();
        var lastEventId = await last.Id();
        var (acceptances, posts) = (db.Acceptances, db.Posts);
        var joined = (await known.Person(viewer.PersonId!.Value))?.JoinedSpaceIds ?? [];
        var lively = await listing.Ids(topics => joined.Count == 0 ? topics : topics.Where(t => joined.Contains(t.SpaceId)), TopicOrder.Latest, null, "/", LivelySize + UnansweredSize + WaitingSize, "lively");
        var unanswered = await listing.Ids(topics => topics.Unanswered(), TopicOrder.New, null, "/questions?state=unanswered", UnansweredSize, "unanswered");
        var waiting = await listing.Ids(topics => topics.Where(t => t.Kind == TopicKind.Question && viewer.OwnIds.Contains(t.AuthorId) && t.ClosedAt == null && t.ReplyCount > 0
            && !acceptances.Any(a => a.TopicId == t.Id) && posts.Any(p => p.TopicId == t.Id && p.Part == Part.Answer && p.Standing == Standing.Published && !viewer.OwnIds.Contains(p.AuthorId))), TopicOrder.Latest, null, "/", WaitingSize, "waiting");
        // Each topic stands once on the page, where it says what to do.
        var others = new TopicIds([.. lively.Ids.Except(unanswered.Ids).Except(waiting.Ids).Take(LivelySize)], null);
        var rows = await listing.Rows([.. others.Ids.Union(unanswered.Ids).Union(waiting.Ids)]);
        return View("Home", new HomePage(waiting.With(rows).Rows, others.With(rows).Rows, unanswered.With(rows), (await drafts.List(size: 3)).Rows, joined.Count > 0, lastEventId, await chores.Count()));
    }
}

/// <summary>What concerns the reader.</summary>
/// <param name="Waiting">Own questions whose answers wait for a word.</param>
/// <param name="Lively">What is not among the others.</param>
/// <param name="Drafts">The latest three.</param>
/// <param name="HasJoined">Whether "lively" is narrowed to joined spaces.</param>
public sealed record HomePage(IReadOnlyList<TopicRow> Waiting, IReadOnlyList<TopicRow> Lively, TopicRows Unanswered, IReadOnlyList<DraftRow> Drafts, bool HasJoined, long LastEventId, Chores Chores);
