using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Community.People;
using Community.Reports;
using Community.Store;
using Community.Web.Frame;
using Community.Web.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Api;

/// <summary>Whether notes and answers worked.</summary>
static class ReportsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/posts/{id:long}/reports", List).WithName("listReports").WithSummary("List the reports on a note or an answer")
            .WithDescription("The latest day first. Of several reports by one person the one counts that has `counts`; the others stay as history. Other posts have none: 404.").Refuses(422);
        api.MapPost("/posts/{id:long}/reports", Report).WithName("reportOnPost").WithSummary("Say whether it worked here").WithMetadata(new RefusedField("outcome"))
            .WithDescription("On a note's opening, or on an answer.").TakesOnce().Refuses(403, 409, 415, 422);
        api.MapDelete("/reports/{id:long}", TakeBack).WithName("takeBackReport").WithSummary("Take your report back").Refuses(403, 409);
    }

    static async Task<Ok<Page<ReportAnswer>>> List(long id, [AsParameters] Paging paging, CommunityContext db, CurrentViewer current, PostAnswers posts, ReportLoading reports)
    {
        await posts.Find(id);
        var post = await reports.Find(id) ?? throw new RefusedException(Refusal.NotFound, "There is no such post, or it is not for you.");
        var position = paging.From(2);
        var after = position.IsStart ? null : string.Create(CultureInfo.InvariantCulture, $"{DateOnly.FromDayNumber((int)Math.Min(position.Place[0], DateOnly.MaxValue.DayNumber)):yyyyMMdd}.{position.Place[1]}");
        var rows = await reports.Rows(post, after, position.Limit);
        var next = rows.Next is null ? null : position.After(rows.Rows[^1].Day.DayNumber, rows.Rows[^1].Id);
        return TypedResults.Ok(new Page<ReportAnswer>([.. rows.Rows.Select(row => Answer(id, row))], next, rows.Total));
    }

    static async Task<Created<ReportAnswer>> Report(long id, NewReport report, HttpContext http, ReportPost verb, CurrentViewer current, CommunityContext db)
    {
        var once = http.Once(Word.Of(report.Outcome), report.Place, report.Day?.ToString("O", CultureInfo.InvariantCulture), report.Line);
        var reportId = await verb.Run(current.PersonId, id, report.Outcome, report.Place, report.Day, report.Line, once, http.RequestAborted);
        var (people, all) = (db.People, db.Reports.Counted(db));
        var made = await db.Reports.AsNoTracking().Where(r => r.Id == reportId)
            .Select(r => new ReportAnswer(r.Id, r.PostId, r.Outcome, r.Place, r.Day, r.Line, new Author(r.PersonId, people.Where(p => p.Id == r.PersonId).Select(p => p.Name).First()), r.At, all.Any(c => c.Id == r.Id), null)).FirstAsync();
        return TypedResults.Created($"{ApiExtensions.Path}/v1/posts/{id}/reports", made);
    }

    static async Task<NoContent> TakeBack(long id, RetractReport retract, CurrentViewer current, CancellationToken stop)
    {
        await retract.Run(current.PersonId, id, stop);
        return TypedResults.NoContent();
    }

    static ReportAnswer Answer(long postId, ReportRow row) => new(row.Id, postId, row.Outcome, row.Place, row.Day, row.Line, row.By is { } by ? new Author(by.Id, by.Name) : null, row.At, !row.IsEarlier, row.AnsweredIn);
}

/// <summary>A report to be made.</summary>
/// <param name="Place">A place or unit, at most 100 characters.</param>
/// <param name="Day">When it was tried; today unless said, and never to come.</param>
/// <param name="Line">What happened, at most 300 characters; needed unless it just worked.</param>
public sealed record NewReport(string? Place = null, DateOnly? Day = null, string? Line = null)
{
    ReportOutcome? outcome;

    /// <summary>Worked, worked with a change, or did not.</summary>
    [Required]
    public ReportOutcome Outcome { get => Missing.Demand(outcome, nameof(Outcome)); init => outcome = value; }
}

/// <summary>What came of doing what a note or an answer says.</summary>
/// <param name="Day">When it was tried.</param>
/// <param name="Author">Null where the reporter took the own name off in this topic.</param>
/// <param name="At">When it was said.</param>
/// <param name="Counts">Whether it is the person's newest on this post.</param>
/// <param name="AnsweredIn">The revision that answers a failure.</param>
public sealed record ReportAnswer(long Id, long PostId, ReportOutcome Outcome, string Place, DateOnly Day, string Line, Author? Author, DateTime At, bool Counts, int? AnsweredIn);
