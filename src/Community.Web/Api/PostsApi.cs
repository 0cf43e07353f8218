using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Community.Web.Api;

/// <summary>Posts.</summary>
static class PostsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/topics/{id:long}/posts", Add).WithName("addPost").WithSummary("Reply, answer or comment").WithMetadata(new RefusedField("role")).TakesOnce().Refuses(403, 409, 415, 422);
        api.MapGet("/topics/{id:long}/posts", List).WithName("listPosts").WithSummary("List the posts of a topic").WithDescription("The opening first, then by id, comments included.").Refuses(422);
        api.MapGet("/posts/{id:long}", Get).WithName("getPost").WithSummary("Read a post");
        api.MapPut("/posts/{id:long}", Revise).WithName("revisePost").WithSummary("Give a post a new text").WithDescription("Where `baseRevision` is no longer the newest nothing is saved; the problem holds both texts, as `newest` and `yours`.").Refuses(403, 409, 415, 422);
        api.MapDelete("/posts/{id:long}", Withdraw).WithName("withdrawPost").WithSummary("Take your post back").WithDescription("A question that somebody else has answered stays: 409.").Refuses(403, 409);
        api.MapPut("/posts/{id:long}/vote", Vote).WithName("voteOnPost").WithSummary("Set your one vote on a post").WithMetadata(new RefusedField("value")).Refuses(403, 409, 415, 422);
    }

    static async Task<Created<PostAnswer>> Add(long id, NewPost post, HttpContext http, AddPost add, CurrentViewer current, PostAnswers posts)
    {
        var once = http.Once([Word.Of(post.Role), $"{post.ParentId}", post.Body, .. post.SpeechParts]);
        var postId = await add.Run(current.PersonId, id, post.Role, post.ParentId, post.Body, once, speech: post.Speech, stop: http.RequestAborted);
        return TypedResults.Created($"{ApiExtensions.Path}/v1/posts/{postId}", await posts.One(postId));
    }

    static async Task<Ok<Page<PostAnswer>>> List(long id, [AsParameters] Paging paging, TopicReading reading) => TypedResults.Ok(await reading.Posts(id, paging));

    static async Task<Ok<PostAnswer>> Get(long id, PostAnswers posts) => TypedResults.Ok(await posts.One(id));

    static async Task<Ok<PostAnswer>> Revise(long id, NewText text, Revising revising, CurrentViewer current, PostAnswers posts, CancellationToken stop)
    {
        var post = await posts.Find(id);
        try
        {
            await revising.Save(current.PersonId, post, new Edit(text.Body, text.Summary, text.BaseRevision), null, stop);
        }
        catch (StaleEditException stale)
        {
            stale.Data[ApiProblems.Yours] = text.Body;
            throw;
        }

        return TypedResults.Ok(await posts.One(id));
    }

    static async Task<NoContent> Withdraw(long id, WithdrawPost withdraw, CurrentViewer current, CancellationToken stop)
    {
        await withdraw.Run(current.PersonId, id, stop);
        return TypedResults.NoContent();
    }

    static async Task<Ok<ScoreAnswer>> Vote(long id, NewVote vote, CastVote cast, CurrentViewer current, CancellationToken stop) =>
        TypedResults.Ok(new ScoreAnswer(await cast.Run(current.PersonId, id, vote.Value, stop)));
}
