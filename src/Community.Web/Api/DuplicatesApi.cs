using Community.Questions.Duplicates;
using Community.Web.Frame;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Api;

/// <summary>Questions that were asked before.</summary>
static class DuplicatesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPut("/topics/{id:long}/duplicate", Mark).WithName("markDuplicate").WithSummary("Say that a question was asked before").WithMetadata(new RefusedField("of"))
            .WithDescription("It closes and leads to the other one; who follows it follows that, too. Fewer people must not be able to read the other one: 409.").Refuses(403, 409, 415, 422);
        api.MapDelete("/topics/{id:long}/duplicate", Unmark).WithName("unmarkDuplicate").WithSummary("Say that it is another question after all").WithDescription("It opens again. `reason` is read by others.").Refuses(403, 409, 422);
    }

    static async Task<Ok<TopicAnswer>> Mark(long id, NewDuplicate duplicate, MarkDuplicate verb, CurrentViewer current, TopicReading reading, CancellationToken stop)
    {
        await verb.Run(current.PersonId, id, duplicate.Of, duplicate.Reason, stop);
        return TypedResults.Ok(await reading.One(id, stop));
    }

    static async Task<Ok<TopicAnswer>> Unmark(long id, [FromQuery(Name = "reason")] string? reason, UnmarkDuplicate verb, CurrentViewer current, TopicReading reading, CancellationToken stop)
    {
        await verb.Run(current.PersonId, id, reason ?? "", stop);
        return TypedResults.Ok(await reading.One(id, stop));
    }
}

/// <summary>Where a question was asked before.</summary>
/// <param name="Of">The question that goes on.</param>
/// <param name="Reason">At most 500 characters; others read it.</param>
public sealed record NewDuplicate(long Of, string Reason);
