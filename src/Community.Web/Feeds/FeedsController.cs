using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Community.Events;
using Community.People;
using Community.Search;
using Community.Spaces;
using Community.Store;
using Community.Web.Frame;
using Community.Web.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Feeds;

/// <summary>Feeds of the site, a space, a subject, a topic and a search; of what anybody may read, or, at an address with somebody's secret, of what that person may.</summary>
public sealed class FeedsController(CommunityContext db, CurrentViewer current, KnownCommunity known, FeedLoading feeds, FramePage frame, LastEvent last, SearchIndex index) : Controller
{
    [HttpGet("/feed.{format}")]
    [OutputCache(PolicyName = OpenPages.Name)]
    public Task<IActionResult> Site(string format, string? key) => Of(format, key, async outside => await feeds.Site(outside));

    [HttpGet("/spaces/{slug}/feed.{format}")]
    [OutputCache(PolicyName = OpenPages.Name)]
    public Task<IActionResult> Space(string slug, string format, string? key) => Of(format, key, outside => feeds.Space(outside, slug));

    [HttpGet("/tags/{tag}/feed.{format}")]
    [OutputCache(PolicyName = OpenPages.Name)]
    public Task<IActionResult> Tag(string tag, string format, string? key) => Of(format, key, outside => feeds.Tag(outside, tag));

    [HttpGet("/topics/{id:long}/feed.{format}")]
    [OutputCache(PolicyName = OpenPages.Name)]
    public Task<IActionResult> Topic(long id, string format, string? key) => Of(format, key, outside => feeds.Topic(outside, id));

    [HttpGet("/search/feed.{format}")]
    [OutputCache(PolicyName = OpenPages.Name)]
    public Task<IActionResult> Search(SearchAddress asked, string format, string? key) => Of(format, key, async outside => await feeds.Search(outside, asked.Request, HttpContext.RequestAborted));

    /// <summary>Where somebody finds the own addresses.</summary>
    [HttpGet("/feeds")]
    public async Task<IActionResult> Addresses()
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn) return NotFound();

        Response.Headers.CacheControl = "no-store";
        return View("Feeds", new FeedsPage((await frame.Load()).Site, await db.FeedKeys.Where(k => k.PersonId == viewer.PersonId).Select(k => k.Secret).FirstOrDefaultAsync(), (await frame.Load()).Spaces));
    }

    [HttpPost("/feeds/renew")]
    public async Task<IActionResult> Renew([FromServices] RenewFeedKey renew, [FromServices] IStringLocalizer<FeedsText> text)
    {
        await renew.Run(current.PersonId, HttpContext.RequestAborted);
        TempData["Said"] = text["These are your addresses. Any that you had before have ended."].Value;
        return new SeeOther("/feeds");
    }

    async Task<IActionResult> Of(string format, string? key, Func<OutsideHtml, Task<Feed?>> load)
    {
        if (format is not ("atom" or "json")) return NotFound();

        if (key is not null)
        {
            if (await db.FeedKeys.Where(k => k.Secret == key).Select(k => (long?)k.PersonId).FirstOrDefaultAsync() is not { } personId || await known.Viewer(personId) is not { IsSignedIn: true } reader) return NotFound();

            current.ReadAs(reader);
        }

        current.ReadAs((await current.Get()).Unasked);
        var viewer = await current.Get();
        // Nothing changes but by an event, or by what the reader may read.
        var state = string.Join(' ', viewer.PersonId, string.Join(',', viewer.ReadableSpaceIds.Order()), (await last.Id()).ToString(CultureInfo.InvariantCulture), index.Version.ToString(CultureInfo.InvariantCulture), Request.Path, Request.QueryString);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)))[..24]}\"";
        Response.Headers.CacheControl = viewer.IsSignedIn ? "private, no-cache" : "no-cache";
        Response.Headers.ETag = tag;
        if (Request.Headers.IfNoneMatch.ToString().Split(',').Any(one => one.Trim() == tag || one.Trim() == "W/" + tag)) return StatusCode(StatusCodes.Status304NotModified);

        if (await load(new OutsideHtml((await frame.Load()).Site, "." + format)) is not { } feed)
        {
            Response.Headers.Remove("ETag");
            return NotFound();
        }

        if (feed.Entries.Count > 0) Response.Headers.LastModified = feed.UpdatedAt.ToString("R", CultureInfo.InvariantCulture);
        return format == "json" ? File(FeedFormats.AsJson(feed), FeedFormats.Json) : File(FeedFormats.AsAtom(feed), FeedFormats.Atom + "; charset=utf-8");
    }
}

/// <summary>The addresses of somebody's feeds.</summary>
/// <param name="Secret">Null before the first was made.</param>
public sealed record FeedsPage(string Site, string? Secret, IReadOnlyList<(string Slug, string Name)> Spaces);
