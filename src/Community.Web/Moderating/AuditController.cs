using System.Globalization;
using System.Text.Json;
using Community.Events;
using Community.People;
using Community.Store;
using Community.Web.Frame;
using Community.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Moderating;

/// <summary>The audit log. Whoever reads it is put on record before anything is shown.</summary>
[AdministratorsOnly]
public sealed class AuditController(CommunityContext db, CurrentViewer current, NoteAuditRead note) : Controller
{
    const int PageSize = 50;
    const int ABatch = 500;

    static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [HttpGet("/admin/audit")]
    public async Task<IActionResult> Show(long? before)
    {
        await note.Run(current.PersonId, before is { } last ? string.Create(CultureInfo.InvariantCulture, $"page, before {last}") : "page", HttpContext.RequestAborted);
        var people = db.People;
        var rows = await db.AuditRecords.AsNoTracking().Where(r => before == null || r.Id < before).OrderByDescending(r => r.Id).Take(PageSize + 1)
            .Select(r => new AuditRow(r.Id, r.Kind.ToString(), r.SubjectId, people.Where(p => p.Id == r.ActorId).Select(p => p.Name).FirstOrDefault(), r.At, r.Words, r.Hash)).ToListAsync(HttpContext.RequestAborted);
        Response.Headers.CacheControl = "no-store";
        return View("Audit", new AuditPage([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Id : null));
    }

    /// <summary>All of it, the oldest first, one JSON object a line.</summary>
    [HttpGet("/admin/audit.jsonl")]
    public async Task Export()
    {
        await note.Run(current.PersonId, "export", HttpContext.RequestAborted);
        Response.ContentType = "application/jsonl";
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = "attachment; filename=audit.jsonl";
        for (long last = 0; ;)
        {
            var batch = await db.AuditRecords.AsNoTracking().Where(r => r.Id > last).OrderBy(r => r.Id).Take(ABatch).ToListAsync(HttpContext.RequestAborted);
            foreach (var r in batch)
                await Response.WriteAsync(JsonSerializer.Serialize(new { r.Id, Kind = r.Kind.ToString(), r.SubjectId, r.TopicId, r.SpaceId, r.ActorId, r.At, r.Words, r.Hash }, Web) + "\n", HttpContext.RequestAborted);
            if (batch.Count < ABatch) return;

            last = batch[^1].Id;
        }
    }
}
