using Community.Governance;
using Community.Notifications;
using Community.People;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Frame;

/// <summary>What the frame around every page shows.</summary>
public sealed class FramePage(CommunityContext db, CurrentViewer current, IHttpContextAccessor http)
{
    bool isLoaded;

    public Viewer Viewer { get; private set; } = new(null, null, []);

    public string Institution { get; private set; } = "";

    public string? PublicAddress { get; private set; }

    public string? Name { get; private set; }

    public bool IsKeysOff { get; private set; }

    public int UnseenNotices { get; private set; }

    /// <summary>The spaces the person has joined, by name, at most 12.</summary>
    public IReadOnlyList<(string Slug, string Name)> Spaces { get; private set; } = [];

    public int SpaceCount => Viewer.ReadableSpaceIds.Count;

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>light, dark, or empty for what the device says.</summary>
    public string Theme => http.HttpContext?.Request.Cookies["theme"] is "light" or "dark" ? http.HttpContext.Request.Cookies["theme"]! : "";

    /// <summary>Loads it once a request.</summary>
    public async ValueTask<FramePage> Load()
    {
        if (isLoaded) return this;

        isLoaded = true;
        Viewer = await current.Get();
        var institution = await db.Institutions.AsNoTracking().Select(i => new { i.Name, i.PublicAddress, i.Zone }).FirstOrDefaultAsync();
        Institution = institution?.Name ?? "";
        PublicAddress = institution?.PublicAddress;
        var zone = institution?.Zone;
        if (Viewer.PersonId is { } personId) zone = await LoadPerson(personId) ?? Cookie("zone") ?? zone;
        else zone = Cookie("zone") ?? zone;
        Zone = zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc;
        return this;
    }

    async Task<string?> LoadPerson(long personId)
    {
        var memberships = db.Memberships;
        var person = await db.People.AsNoTracking().Where(p => p.Id == personId).Select(p => new
        {
            p.Name,
            p.Zone,
            p.IsKeysOff,
        }).FirstAsync();
        (Name, IsKeysOff) = (person.Name, person.IsKeysOff);
        UnseenNotices = await db.UnseenNoticesFor(Viewer).CountAsync();

        var joined = await db.Spaces.VisibleTo(Viewer).Where(s => memberships.Any(m => m.SpaceId == s.Id && m.PersonId == personId))
            .OrderBy(s => s.Name).Take(12).Select(s => new { s.Slug, s.Name }).ToListAsync();
        Spaces = [.. joined.Select(s => (s.Slug, s.Name))];
        return person.Zone;
    }

    string? Cookie(string name) => http.HttpContext?.Request.Cookies[name] is { Length: > 0 and < 64 } value ? Uri.UnescapeDataString(value) : null;
}
