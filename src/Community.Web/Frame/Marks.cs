using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using Community.Web.Assets;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Community.Web.Frame;

/// <summary>
/// The small marks that stand hundreds of times on a page: icons, times, faces. The tag helpers of the same names write them, too; in what is repeated for every
/// post or row a view calls them directly, because a tag helper costs more than what it writes. Call <see cref="Load"/> before.
/// </summary>
public sealed class Marks(AssetAddresses assets, FramePage frame, KnownFaces known, TimeProvider clock, IStringLocalizer<FrameText> text, IAntiforgery antiforgery, IHttpContextAccessor http)
{
    static readonly ConcurrentDictionary<string, IHtmlContent> Icons = new();

    IReadOnlyDictionary<long, string>? faces;
    TimeZoneInfo zone = TimeZoneInfo.Utc;
    DateTime now;

    public async ValueTask Load()
    {
        if (faces is not null) return;

        zone = (await frame.Load()).Zone;
        now = TimeZoneInfo.ConvertTimeFromUtc(clock.Now(), zone);
        faces = await known.All();
    }

    /// <summary>An icon of the sprite, hidden from screen readers because a word always stands beside it.</summary>
    /// <param name="name">One of <c>icons.txt</c>, or <c>mark</c>. It is remembered: never what somebody typed.</param>
    public IHtmlContent Icon(string name) =>
        Icons.GetOrAdd(name, static (name, assets) => new HtmlString($"<svg class=\"icon\" aria-hidden=\"true\">{Use(assets, name)}</svg>"), assets);

    /// <summary>The same with a class beside its own.</summary>
    public IHtmlContent Icon(string name, string also) =>
        Icons.GetOrAdd(name + " " + also, static (_, of) => new HtmlString($"<svg class=\"icon {of.also}\" aria-hidden=\"true\">{Use(of.assets, of.name)}</svg>"), (assets, name, also));

    public static string Use(AssetAddresses assets, string name) => $"<use href=\"{assets["lib/icons.svg"]}#{name}\"></use>";

    /// <summary>The token of a form that is posted.</summary>
    public IHtmlContent Token()
    {
        var tokens = antiforgery.GetAndStoreTokens(http.HttpContext!);
        return new HtmlString($"<input name=\"{tokens.FormFieldName}\" type=\"hidden\" value=\"{tokens.RequestToken}\">");
    }

    /// <summary>A time on a page, in the reader's zone, the exact one on hover.</summary>
    public IHtmlContent When(DateTime at) => Time(at, local => local.Date == now.Date ? text["Today, {0}", local.ToString("HH:mm", CultureInfo.CurrentCulture)]
        : local.ToString(local.Year == now.Year ? "d MMMM, HH:mm" : "d MMMM yyyy, HH:mm", CultureInfo.CurrentCulture));

    /// <summary>The same as short as rows need it.</summary>
    public IHtmlContent WhenInRow(DateTime at) => Time(at, local => (now - local) switch
    {
        { TotalMinutes: < 1 } => text["now"],
        { TotalMinutes: < 60 } age => text["{0} min", (int)age.TotalMinutes],
        { TotalHours: < 12 } age => text["{0} h", (int)age.TotalHours],
        _ when local.Date == now.Date.AddDays(-1) => text["Yesterday"],
        { TotalDays: < 6 } => local.ToString("ddd", CultureInfo.CurrentCulture),
        _ => local.ToString(local.Year == now.Year ? "d MMM" : "MMM yyyy", CultureInfo.CurrentCulture),
    });

    /// <summary>The same without hours.</summary>
    public IHtmlContent Day(DateTime at) => Time(at, local => local.ToString(local.Year == now.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.CurrentCulture));

    /// <summary>A day of a calendar, which is the same in every zone.</summary>
    /// <param name="isShort">As rows need it.</param>
    public IHtmlContent Date(DateOnly day, bool isShort = false)
    {
        var isThisYear = day.Year == now.Year;
        var said = day.ToString(isShort ? isThisYear ? "d MMM" : "MMM yyyy" : isThisYear ? "d MMMM" : "d MMMM yyyy", CultureInfo.CurrentCulture);
        return new HtmlString($"<time datetime=\"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\" title=\"{day.ToString("dddd, d MMMM yyyy", CultureInfo.CurrentCulture)}\">{HtmlEncoder.Default.Encode(said)}</time>");
    }

    /// <summary>The same with the day of the week.</summary>
    public IHtmlContent Weekday(DateOnly day) =>
        new HtmlString($"<time datetime=\"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\">{HtmlEncoder.Default.Encode(day.ToString(day.Year == now.Year ? "dddd d MMMM" : "dddd d MMMM yyyy", CultureInfo.CurrentCulture))}</time>");

    /// <summary>What the reader's calendar says.</summary>
    public DateOnly Today => DateOnly.FromDateTime(now);

    /// <summary>The month, within a sentence.</summary>
    public string Month(DateTime at) => Local(at).ToString("MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>Somebody's picture, else initials on a tint made from the id. The name must stand beside it.</summary>
    public IHtmlContent Face(long personId, string name, bool isSmall = false)
    {
        var inside = faces!.TryGetValue(personId, out var version) ? Picture(personId, version, isSmall) : HtmlEncoder.Default.Encode(Initials(name));
        return new HtmlString(string.Create(CultureInfo.InvariantCulture, $"<span class=\"{(isSmall ? "face small" : "face")}\" data-tint=\"{personId % 6}\" aria-hidden=\"true\">{inside}</span>"));
    }

    HtmlString Time(DateTime at, Func<DateTime, string> say)
    {
        var local = Local(at);
        return new HtmlString($"<time datetime=\"{at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\" title=\"{local.ToString("dddd, d MMMM yyyy, HH:mm", CultureInfo.CurrentCulture)}\">{HtmlEncoder.Default.Encode(say(local))}</time>");
    }

    DateTime Local(DateTime at) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc), zone);

    static string Picture(long personId, string version, bool isSmall)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"/people/{personId}/face/{version}/");
        var (once, twice) = isSmall ? (64, 64) : (128, 320);
        return $"<img src=\"{address}{once}\" srcset=\"{address}{twice} 2x\" width=\"{once}\" height=\"{once}\" alt=\"\" loading=\"lazy\">";
    }

    static string Initials(string name)
    {
        var words = name.Split([' ', '-', '.', '_'], StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsLetterOrDigit(word[0])).ToList();
        return words.Count switch
        {
            0 => "?",
            1 => words[0][..1].ToUpperInvariant(),
            _ => (words[0][..1] + words[^1][..1]).ToUpperInvariant(),
        };
    }
}
