using Community.Questions.Answering;
using Community.Web.Frame;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Community.Web.Api;

/// <summary>What others say of a question and its answers, beside votes and the acceptance.</summary>
static class AnsweringApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPut("/posts/{id:long}/helpful", Mark).WithName("markHelpful").WithSummary("Say that an answer also worked for you").WithDescription("Not of your own answer. Said twice, it is said once.").Refuses(403, 409, 422);
        api.MapDelete("/posts/{id:long}/helpful", Unmark).WithName("unmarkHelpful").WithSummary("Take back that an answer worked for you");
        api.MapPut("/questions/{id:long}/same", Have).WithName("haveSameQuestion").WithSummary("Say that you have a question, too").WithDescription("You are told of its answers, like the one who asked. Not of your own question, nor of a closed one.").Refuses(403, 409, 422);
        api.MapDelete("/questions/{id:long}/same", NoLonger).WithName("noLongerHaveQuestion").WithSummary("Take back that you have a question, too");
    }

    static async Task<Ok<PostAnswer>> Mark(long id, MarkHelpful mark, CurrentViewer current, PostAnswers posts, CancellationToken stop)
    {
        await mark.Run(current.PersonId, id, stop);
        return TypedResults.Ok(await posts.One(id));
    }

    static async Task<Ok<TopicAnswer>> Have(long id, HaveSameQuestion have, CurrentViewer current, TopicReading reading, CancellationToken stop)
    {
        await have.Run(current.PersonId, id, stop);
        return TypedResults.Ok(await reading.One(id, stop));
    }

    static async Task<NoContent> NoLonger(long id, NoLongerHaveIt noLonger, CurrentViewer current, CancellationToken stop)
    {
        await noLonger.Run(current.PersonId, id, stop);
        return TypedResults.NoContent();
    }

    static async Task<NoContent> Unmark(long id, UnmarkHelpful unmark, CurrentViewer current, CancellationToken stop)
    {
        await unmark.Run(current.PersonId, id, stop);
        return TypedResults.NoContent();
    }
}
