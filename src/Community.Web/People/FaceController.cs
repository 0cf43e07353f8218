using System.Globalization;
using Community.Files;
using Community.People;
using Community.Store;
using Community.Web.Assets;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace Community.Web.People;

/// <summary>The picture that stands for somebody.</summary>
public sealed class FaceController(CommunityContext db, CurrentViewer current, KnownFaces faces, IStringLocalizer<PeopleText> text) : Controller, IFormAgain
{
    /// <summary>For whoever may see the person. The version in the address changes with the picture, so browsers may keep it.</summary>
    [HttpGet("/people/{id:long}/face/{version}/{width:int}")]
    [Sandboxed]
    public async Task<IActionResult> Show(long id, string version, int width, [FromServices] FileStore files)
    {
        var viewer = await current.Get();
        if (!await db.PeopleVisibleTo(viewer).AnyAsync(p => p.Id == id)) return NotFound();

        var sizes = await db.Faces.AsNoTracking().Where(f => f.PersonId == id).OrderBy(f => f.Width).ToListAsync();
        if (sizes.Count == 0 || KnownFaces.VersionOf(sizes[^1].Hash) != version) return NotFound();

        var face = sizes.Find(size => size.Width >= width) ?? sizes[^1];
        if (!files.Has(face.Hash)) return NotFound();

        Response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"private, max-age={(int)TimeSpan.FromDays(30).TotalSeconds}, immutable");
        return PhysicalFile(files.PathOf(face.Hash), Pictures.MediaType, face.At, new EntityTagHeaderValue($"\"{face.Hash}\""));
    }

    [HttpPost("/account/face")]
    [FileForm]
    public async Task<IActionResult> Choose(IFormFile? face, [FromServices] ChooseFace choose)
    {
        if (face is null) throw new RefusedException(Refusal.Invalid, "Choose a picture first.") { Field = "Face" };

        await using var content = face.OpenReadStream();
        await choose.Run(current.PersonId, content, HttpContext.RequestAborted);
        return Done(text["Your picture is there. It may take a few seconds to show everywhere."]);
    }

    [HttpPost("/account/face/remove")]
    public async Task<IActionResult> Remove([FromServices] RemoveFace remove)
    {
        await remove.Run(current.PersonId, HttpContext.RequestAborted);
        return Done(text["Your picture is gone; your initials stand for you."]);
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        View("Account", await HttpContext.RequestServices.GetRequiredService<AccountLoading>().Load());

    SeeOther Done(string sentence)
    {
        faces.Forget();
        TempData["Said"] = sentence;
        return new SeeOther("/account");
    }
}
