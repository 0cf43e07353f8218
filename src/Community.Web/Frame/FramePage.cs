using Community.Governance;
using Community.Notifications;
using Community.Spaces;
using Community.Store;

namespace Community.Web.Frame;

/// <summary>What the frame around every page shows.</summary>
public sealed class FramePage(CommunityContext db, KnownCommunity known, CurrentViewer current, IHttpContextAccessor http, TimeProvider clock)
{
    const int MostSpaces = 12;

    bool isLoaded;

    public Viewer Viewer { get; private set; } = new(null, null, []);

    public string Institution { get; private set; } = "";

    public string? PublicAddress { get; private set; }

    /// <summary>Where links from outside lead, without a slash at the end: the public address, or before it is set the one that this request came to.</summary>
    public string Site => PublicAddress is { Length: > 0 } known ? known.TrimEnd('/') : http.HttpContext is { Request: var request } ? $"{request.Scheme}://{request.Host}" : "";

    public string? Name { get; private set; }

    public bool IsKeysOff { get; private set; }

    public bool ShowsPresence { get; private set; }

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
        var ground = await known.Ground();
        Institution = ground.Institution?.Name ?? "";
        PublicAddress = ground.Institution?.PublicAddress;
        var person = Viewer.PersonId is { } id ? await known.Person(id) : null;
        if (person is not null)
        {
            (Name, IsKeysOff, ShowsPresence) = (person.Name, person.IsKeysOff, person.ShowsPresence);
            Spaces = [.. person.JoinedSpaceIds.Where(ground.Spaces.ContainsKey).Take(MostSpaces).Select(space => (ground.Spaces[space].Slug, ground.Spaces[space].Name))];
            UnseenNotices = await db.UnseenNoticesOf(Viewer, clock.Now());
        }

        var zone = person?.Zone ?? Cookie("zone") ?? ground.Institution?.Zone;
        Zone = zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc;
        return this;
    }

    string? Cookie(string name) => http.HttpContext?.Request.Cookies[name] is { Length: > 0 and < 64 } value ? Uri.UnescapeDataString(value) : null;
}
