using Community.People;
using Community.Store;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.People;

/// <summary>Names for the composer's completion of mentions.</summary>
public sealed class NamesController(CommunityContext db, CurrentViewer current) : Controller
{
    const int AtMost = 8;
    const int MaxLength = 60;

    /// <summary>People whose name has a word that begins so; at most 8, by name.</summary>
    [HttpGet("/people/names")]
    public async Task<IActionResult> Suggest(string? q)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn) return NotFound();

        var folded = Folded.Of(q is { Length: > MaxLength } ? q[..MaxLength] : q ?? "");
        var units = db.Units;
        var people = db.PeopleVisibleTo(viewer).AsNoTracking().Where(p => p.ClosedAt == null && !p.IsImported);
        var found = await people.Where(p => p.NameFolded.StartsWith(folded) || p.NameFolded.Contains(" " + folded)).OrderBy(p => p.NameFolded).ThenBy(p => p.Id).Take(AtMost)
            .Select(p => new { p.Id, p.Name, p.NameFolded, Unit = units.Where(u => u.Id == p.UnitId).Select(u => u.Name).FirstOrDefault() }).ToListAsync();
        var names = found.ConvertAll(p => p.NameFolded);
        var shared = (await db.People.Where(p => names.Contains(p.NameFolded)).GroupBy(p => p.NameFolded).Where(same => same.Count() > 1).Select(same => same.Key).ToListAsync()).ToHashSet();

        // Where several people have one name, only the id says who is meant.
        return Json(found.Select(p => new { value = shared.Contains(p.NameFolded) ? $"@[{p.Name}](person:{p.Id})" : $"@{p.Name}", label = p.Unit is null ? p.Name : $"{p.Name}, {p.Unit}" }));
    }
}
