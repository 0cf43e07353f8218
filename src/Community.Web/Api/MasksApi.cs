using System.Globalization;
using Community.Store;
using Community.Topics;
using Community.Topics.Masks;
using Community.Web.Frame;
using Community.Web.Masks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Api;

/// <summary>Who looked who asked a question without a name, and showing the own name after all.</summary>
static class MasksApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/topics/{id:long}/mask/looks", List).WithName("listMaskLooks").WithSummary("List who looked who asked a question").WithDescription("For who asked it without a name, and for the stewards who may look; the newest first, at most a hundred. 404 for everybody else.");
        api.MapPost("/topics/{id:long}/mask/looks", Look).WithName("lookBehindMask").WithSummary("See who asked a question without a name").WithDescription("For stewards of the space in which it was asked. Each call is on record, with its reason; who asked reads it.").Refuses(403, 409, 415, 422);
        api.MapDelete("/topics/{id:long}/mask", TakeOff).WithName("takeMaskOff").WithSummary("Show your name at a question that you asked without it").WithDescription("It is not taken off again.").Refuses(403, 409);
    }

    static async Task<Ok<Page<MaskLookAnswer>>> List(long id, CommunityContext db, CurrentViewer current, MaskLoading loading, CancellationToken stop)
    {
        var viewer = await current.Get();
        var mask = await db.Topics.VisibleTo(viewer).AnyAsync(t => t.Id == id, stop) ? await loading.Of(id) : null;
        if (mask is null) throw new RefusedException(Refusal.NotFound, "There is no such topic, or it is not for you.");

        return TypedResults.Ok(new Page<MaskLookAnswer>([.. mask.Looks.Select(look => new MaskLookAnswer(new Author(look.ById, look.By), look.At, look.Reason))], null, null));
    }

    static async Task<Created<SeenAnswer>> Look(long id, NewMaskLook reason, LookBehindMask look, HttpContext http, CurrentViewer current)
    {
        var asker = await look.Run(current.PersonId, id, reason.Reason, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created(string.Create(CultureInfo.InvariantCulture, $"{ApiExtensions.Path}/v1/topics/{id}/mask/looks"), new SeenAnswer(new Author(asker.Id, asker.Name), asker.At, asker.Reason));
    }

    static async Task<NoContent> TakeOff(long id, TakeMaskOff take, CurrentViewer current, CancellationToken stop)
    {
        await take.Run(current.PersonId, id, stop);
        return TypedResults.NoContent();
    }
}

/// <summary>A look to be taken.</summary>
/// <param name="Reason">1 to 500 characters; who asked reads them.</param>
public sealed record NewMaskLook(string Reason);

/// <summary>A look on record.</summary>
public sealed record MaskLookAnswer(Author By, DateTime At, string Reason);

/// <summary>Who asked.</summary>
public sealed record SeenAnswer(Author Author, DateTime At, string Reason);
