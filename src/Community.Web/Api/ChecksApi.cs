using Community.Notes.Care;
using Community.Web.Frame;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Community.Web.Api;

/// <summary>How practice notes are kept true.</summary>
static class ChecksApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/notes/{id:long}/checks", Check).WithName("checkNote").WithSummary("Say, as one who keeps it, that a practice note holds").WithDescription("It counts as verified until the next review; doubts of readers are answered by it.").TakesOnce().Refuses(403, 409, 415, 422);

    static async Task<Ok<TopicAnswer>> Check(long id, NewCheck done, HttpContext http, CheckNote check, CurrentViewer current, TopicReading reading)
    {
        await check.Run(current.PersonId, id, done.Word, http.Once(done.Word), done.Revision is { } revision ? new Looked(revision, long.MaxValue) : null, http.RequestAborted);
        return TypedResults.Ok(await reading.One(id, http.RequestAborted));
    }
}

/// <summary>A check of a practice note.</summary>
/// <param name="Word">What was looked at or found, at most 300 characters.</param>
/// <param name="Revision">The revision that was looked at: where a newer one stands, the answer is 409. Without it the newest is meant.</param>
public sealed record NewCheck(string? Word = null, int? Revision = null);

/// <summary>Somebody who keeps a practice note: a person, or a unit as a whole.</summary>
/// <param name="Kind">person or unit.</param>
public sealed record StewardAnswer(StewardKind Kind, long Id, string Name);

/// <summary>Who can keep a practice note.</summary>
public enum StewardKind { Person, Unit }
