using System.Globalization;
using Community.Governance;
using Community.Questions;
using Community.Questions.Promise;
using Community.Spaces;
using Community.Store;
using Community.Web.Frame;
using Community.Web.Spaces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Asking;

/// <summary>What a space promises to those who ask, and the ladder that keeps it.</summary>
[Route("/spaces/{slug}/promise")]
public sealed class PromiseController(CommunityContext db, CurrentViewer current, AskingLoading loading, Looks looks, IStringLocalizer<AskingText> text) : Controller, IFormAgain
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string slug) => await Page(slug, null) is { } page ? View("Promise", page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Make(string slug, PromiseForm form, [FromServices] MakePromise make)
    {
        await make.Run(current.PersonId, slug, form.Terms(), form.Holidays, HttpContext.RequestAborted);
        return Saved(slug);
    }

    [HttpPost("end")]
    public async Task<IActionResult> End(string slug, [FromServices] EndPromise end)
    {
        await end.Run(current.PersonId, slug, HttpContext.RequestAborted);
        return Saved(slug);
    }

    /// <summary>Of the whole institution; for administrators.</summary>
    [HttpPost("holidays")]
    public async Task<IActionResult> KeepHolidays(string slug, string? holidays, [FromServices] KeepHolidays keep)
    {
        await keep.Run(current.PersonId, holidays, HttpContext.RequestAborted);
        return Saved(slug);
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        await Page((string)arguments["slug"]!, arguments.TryGetValue("form", out var form) ? (PromiseForm?)form : null) is { } page ? View("Promise", page) : null;

    SeeOther Saved(string slug)
    {
        TempData["Said"] = text["Saved."].Value;
        return new SeeOther($"/spaces/{slug}/promise");
    }

    async Task<PromisePage?> Page(string slug, PromiseForm? form)
    {
        var viewer = await current.Get();
        var space = viewer.IsSignedIn ? await db.Spaces.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(s => s.Slug == slug) : null;
        if (space is null) return null;

        await looks.Record(space.Id);
        var promise = await db.SpacePromises.AsNoTracking().FirstOrDefaultAsync(p => p.SpaceId == space.Id);
        form ??= PromiseForm.Of(promise?.Terms ?? PromiseTerms.Default) with { Holidays = HolidayList.Text(await db.Holidays.AsNoTracking().Where(h => h.SpaceId == space.Id).ToListAsync()) };
        return new PromisePage(new SpaceName(space.Slug, space.Name), await loading.Promise(space.Id), viewer.May(Act.Charter, space.Id), form,
            viewer.IsAdministrator ? HolidayList.Text(await db.Holidays.AsNoTracking().Where(h => h.SpaceId == null).ToListAsync()) : null);
    }
}

/// <summary>A promise as it is typed.</summary>
public sealed record PromiseForm
{
    const int DaysAWeek = 7;
    const int MinutesADay = 24 * 60;
    const double MinutesAnHour = 60;

    public double Hours { get; init; }

    public double RoundHours { get; init; }

    public int Rounds { get; init; }

    public double StewardHours { get; init; }

    public string? Zone { get; init; }

    /// <summary>By day of the week, Sunday first.</summary>
    public string?[] From { get; init; } = new string?[DaysAWeek];

    public string?[] Until { get; init; } = new string?[DaysAWeek];

    public string? Holidays { get; init; }

    public static PromiseForm Of(PromiseTerms terms) => new()
    {
        Hours = terms.Minutes / MinutesAnHour,
        RoundHours = terms.RoundMinutes / MinutesAnHour,
        Rounds = terms.Rounds,
        StewardHours = terms.StewardMinutes / MinutesAnHour,
        Zone = terms.Zone,
        From = [.. terms.Week.Days.Select(day => Hour(day?.From))],
        Until = [.. terms.Week.Days.Select(day => Hour(day?.Until))],
    };

    /// <exception cref="RefusedException">A time that cannot be read.</exception>
    public PromiseTerms Terms() => new(Minutes(Hours), Minutes(RoundHours), Rounds, Minutes(StewardHours), string.IsNullOrWhiteSpace(Zone) ? null : Zone, new WorkingWeek([.. Enumerable.Range(0, DaysAWeek).Select(Span)]));

    WorkingSpan? Span(int day)
    {
        var (from, until) = (From.ElementAtOrDefault(day), Until.ElementAtOrDefault(day));
        if (string.IsNullOrWhiteSpace(from) && string.IsNullOrWhiteSpace(until)) return null;
        if (!TimeOnly.TryParse(from, CultureInfo.InvariantCulture, out var begins) || !TimeOnly.TryParse(until, CultureInfo.InvariantCulture, out var ends))
            throw new RefusedException(Refusal.Invalid, "A working day ends later than it begins, for example from 09:00 to 17:00.") { Field = "Week" };

        return new WorkingSpan(begins.Hour * 60 + begins.Minute, ends == TimeOnly.MinValue ? MinutesADay : ends.Hour * 60 + ends.Minute);
    }

    static int Minutes(double hours) => double.IsFinite(hours) ? (int)Math.Round(Math.Clamp(hours, -1, 10_000) * MinutesAnHour) : -1;

    static string? Hour(int? minutes) => minutes is { } m ? string.Create(CultureInfo.InvariantCulture, $"{m / 60 % 24:00}:{m % 60:00}") : null;
}

/// <summary>A space's promise, for everybody who reads it; its form for those who keep the space.</summary>
/// <param name="InstitutionHolidays">Those of all spaces, for administrators; else null.</param>
public sealed record PromisePage(SpaceName Head, SpacePromiseView? Promise, bool MayKeep, PromiseForm Form, string? InstitutionHolidays);

public sealed record SpaceName(string Slug, string Name);
