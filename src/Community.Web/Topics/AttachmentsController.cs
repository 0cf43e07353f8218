using Community.Files;
using Community.Store;
using Community.Topics;
using Community.Web.Assets;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace Community.Web.Topics;

/// <summary>Files in texts: taking them in while somebody writes, and giving them to those who may read the text.</summary>
public sealed class AttachmentsController(CommunityContext db, CurrentViewer current, UploadLimits limits, IStringLocalizer<Refusals> sentences) : Controller
{
    /// <summary>The body is the file. Answers for the composer: what to put into the text, or a sentence.</summary>
    [HttpPost("/attachments")]
    [FileBody]
    public async Task<IActionResult> Store([FromQuery] string? name, [FromServices] StoreAttachment store)
    {
        var personId = current.PersonId;
        try
        {
            if (Request.ContentLength > limits.MaxBytes)
                throw new RefusedException(Refusal.TooLarge, "This file is larger than {0} MB, the most that one may have. Make it smaller, or put it elsewhere and link it.", UploadLimits.Megabytes(limits.MaxBytes));

            var stored = await store.Run(personId, name, Request.Body, stop: HttpContext.RequestAborted);
            return StatusCode(StatusCodes.Status201Created, new { stored.Id, stored.Name, stored.Address, stored.IsPicture, markdown = stored.Markdown(), usedBytes = await db.BytesOf(personId) });
        }
        catch (RefusedException refused)
        {
            return StatusCode(RefusalFilter.StatusOf(refused.Kind), new { sentence = sentences[refused.Sentence, [.. refused.Arguments]].Value });
        }
    }

    /// <summary>How much of the quota is used.</summary>
    [HttpGet("/attachments/use")]
    public async Task<IActionResult> Use() => Json(new { usedBytes = await db.BytesOf(current.PersonId), limits.QuotaBytes, limits.MaxBytes });

    /// <param name="width">Of a picture: at least so wide, if it has that much.</param>
    [HttpGet("/attachments/{id:long}/{name?}")]
    [Sandboxed]
    public async Task<IActionResult> Show(long id, int? width, [FromServices] AttachmentLoading attachments, [FromServices] FileStore files)
    {
        if (await attachments.Find(id, width) is not { } found || !files.Has(found.Hash)) return NotFound();

        var disposition = new ContentDispositionHeaderValue(found.IsPicture ? "inline" : "attachment");
        disposition.SetHttpFileName(found.Name);
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.CacheControl = "private, no-cache";
        return PhysicalFile(files.PathOf(found.Hash), found.MediaType, found.At, new EntityTagHeaderValue($"\"{found.Hash}\""), enableRangeProcessing: true);
    }
}
