using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Web.Frame;
using Community.Web.People;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Spaces;

/// <summary>Who is in a space, and bringing people in.</summary>
[Route("/spaces/{slug}/members")]
public sealed class MembersController(CommunityContext db, CurrentViewer current, Looks looks) : Controller, IFormAgain
{
    const int PageSize = 100;

    [HttpGet("")]
    public async Task<IActionResult> Show(string slug, string? after) => await Page(slug, after) is { } page ? View("Members", page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Enrol(string slug, string person, bool steward, [FromServices] EnrolPerson enrol, [FromServices] TypedName names)
    {
        await enrol.Run(current.PersonId, slug, await names.Id(person), steward, HttpContext.RequestAborted);
        return new SeeOther($"/spaces/{slug}/members");
    }

    [HttpPost("{personId:long}/dismiss")]
    public async Task<IActionResult> Dismiss(string slug, long personId, [FromServices] DismissPerson dismiss)
    {
        await dismiss.Run(current.PersonId, slug, personId, HttpContext.RequestAborted);
        return new SeeOther($"/spaces/{slug}/members");
    }

    [HttpPost("units")]
    public async Task<IActionResult> EnrolUnit(string slug, long unit, bool isIn, [FromServices] EnrolUnit enrol)
    {
        await enrol.Run(current.PersonId, slug, unit, isIn, HttpContext.RequestAborted);
        return new SeeOther($"/spaces/{slug}/members");
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        await Page((string)arguments["slug"]!, null) is { } page ? View("Members", page) : null;

    async Task<MembersPage?> Page(string slug, string? after)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn || await db.Spaces.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(s => s.Slug == slug) is not { } space) return null;

        await looks.Record(space.Id);
        var (memberships, units, unitMemberships) = (db.Memberships, db.Units, db.UnitMemberships);
        var people = await db.People.AsNoTracking().Where(p => p.ClosedAt == null && (after == null || p.NameFolded.CompareTo(after) > 0))
            .SelectMany(p => memberships.Where(m => m.SpaceId == space.Id && m.PersonId == p.Id), (p, m) => new { p, m })
            .OrderBy(x => x.p.NameFolded).Take(PageSize + 1)
            .Select(x => new { x.p.NameFolded, Row = new MemberRow(x.p.Id, x.p.Name, units.Where(u => u.Id == x.p.UnitId).Select(u => u.Name).FirstOrDefault(), x.p.Position, x.m.IsSteward, x.p.Role == Role.Guest, x.m.At) }).ToListAsync();
        var unitsIn = await units.AsNoTracking().Where(u => unitMemberships.Any(m => m.SpaceId == space.Id && m.UnitId == u.Id)).OrderBy(u => u.Name).Select(u => new Named(u.Id, u.Name)).ToListAsync();
        var may = viewer.May(Act.Enrol, space.Id);
        var allUnits = may ? await units.AsNoTracking().OrderBy(u => u.Name).Select(u => new Named(u.Id, u.Name)).Take(500).ToListAsync() : [];
        var head = new SpaceHead(space.Id, space.Slug, space.Name, space.Purpose, space.Tier, [], false, false, false, viewer.May(Act.Charter, space.Id), may);
        return new MembersPage(head, [.. people.Take(PageSize).Select(x => x.Row)], unitsIn, [.. allUnits.Where(u => unitsIn.All(i => i.Id != u.Id))],
            people.Count > PageSize ? $"/spaces/{slug}/members?after={Uri.EscapeDataString(people[PageSize - 1].NameFolded)}" : null)
        {
            MayInvite = viewer.IsStaff && space.Tier != Tier.Institution && viewer.May(Act.InviteGuest, space.Id),
        };
    }
}
