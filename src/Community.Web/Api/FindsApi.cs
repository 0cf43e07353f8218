using Community.Questions;
using Community.Questions.Finding;
using Community.Web.Frame;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Community.Web.Api;

/// <summary>What was there already when somebody was about to ask.</summary>
static class FindsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/topics/{id:long}/finds", Find).WithName("findAnswer").WithSummary("Say that a topic answers what you were about to ask").WithDescription("Counts once a person, topic and day; nobody is told who it was. Drafts stay as they are.").Refuses(415, 422);
        api.MapDelete("/finds/{id:long}", TakeBack).WithName("takeBackFind").WithSummary("Say that it did not answer it after all");
        api.MapGet("/topics/{id:long}/finds", Count).WithName("countFinds").WithSummary("Read how many people found their answer in a topic before they had to ask");
    }

    static async Task<Created<FindAnswered>> Find(long id, NewFind found, FindAnswer find, CurrentViewer current, CancellationToken stop)
    {
        var made = await find.Run(current.PersonId, id, found.Words, stop: stop);
        return TypedResults.Created($"{ApiExtensions.Path}/v1/topics/{id}/finds", new FindAnswered(made, id));
    }

    static async Task<NoContent> TakeBack(long id, TakeBackFind back, CurrentViewer current, CancellationToken stop)
    {
        await back.Run(current.PersonId, id, stop);
        return TypedResults.NoContent();
    }

    static async Task<Ok<FindCount>> Count(long id, TopicReading reading, KnownTopics known)
    {
        var topic = await reading.Find(id);
        return TypedResults.Ok(new FindCount((await known.Facts(topic.Id))?.FoundBy ?? 0));
    }
}

/// <summary>What you found.</summary>
/// <param name="Words">What you were about to ask; it is kept for you alone.</param>
public sealed record NewFind(string? Words = null);

/// <summary>Your own find.</summary>
public sealed record FindAnswered(long Id, long TopicId);

/// <summary>How many found their answer.</summary>
public sealed record FindCount(int People);
