using System.ComponentModel;
using Community.Events;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Community.Web.Api;

/// <summary>What happened.</summary>
static class EventsApi
{
    const int DefaultLimit = 30;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/events", List).WithName("listEvents").WithSummary("Follow what happens")
        .WithDescription("In order, as far as you may see it. Ask again with `after` set to `next`, which moves on also when there was nothing for you.").Refuses(422);

    static async Task<Ok<EventsAnswer>> List([Description("The last event that was looked at; without it from the first.")] long? after, [Description("How many, 1 to 100; 30 unless said.")] int? limit, EventAnswers events, CancellationToken stop) =>
        limit is < 1 or > Paging.MaxLimit ? throw new RefusedException(Refusal.Invalid, "The limit is 1 to {0}.", Paging.MaxLimit) { Field = "Limit" }
        : after < 0 ? throw new RefusedException(Refusal.Invalid, "An event's number is not negative.") { Field = "After" }
        : TypedResults.Ok(await events.After(after ?? 0, limit ?? DefaultLimit, stop));
}

/// <summary>What happened, in order.</summary>
/// <param name="Next">The last event that was looked at.</param>
/// <param name="Total">Always null: nobody counts them.</param>
public sealed record EventsAnswer(IReadOnlyList<EventAnswer> Items, long Next, int? Total);

/// <summary>One thing that happened.</summary>
/// <param name="ActorId">Null for votes, reads, and authors whose name is not shown.</param>
public sealed record EventAnswer(long Id, EventKind Kind, long? TopicId, long? PostId, long? SpaceId, long? ActorId, DateTime At);
