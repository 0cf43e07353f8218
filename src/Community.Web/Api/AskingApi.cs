using Community.Questions;
using Community.Questions.Asking;
using Community.Questions.Promise;
using Community.Store;
using Community.Topics;
using Community.Web.Asking;
using Community.Web.Frame;
using Community.Web.Spaces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Api;

/// <summary>Asking colleagues to answer, being asked, and the promise that runs on a question.</summary>
static class AskingApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/invitations", List).WithName("listInvitations").WithSummary("List the questions that you are asked to answer").WithDescription("The oldest first, at most a hundred.");
        api.MapGet("/questions/{id:long}/promise", Promise).WithName("getPromise").WithSummary("Read what is promised for a question").WithDescription("404 where nothing is.");
        api.MapPost("/questions/{id:long}/invitations", Invite).WithName("inviteToAnswer").WithSummary("Ask somebody to answer a question").WithDescription("Two are asked at a time, and nobody beyond what they allow.").Refuses(403, 409, 415, 422);
        api.MapPut("/questions/{id:long}/invitations/mine", Decline).WithName("declineInvitation").WithSummary("Say that you cannot answer, or who could").Refuses(409, 415, 422);
        api.MapPut("/questions/{id:long}/need", Say).WithName("sayNeed").WithSummary("Say by which day a question needs its answer, and why").WithDescription("In place of what was said before. The ladder of the promise becomes shorter by it, never longer.").Refuses(403, 409, 415, 422);
        api.MapDelete("/questions/{id:long}/need", EndNeed).WithName("endNeed").WithSummary("Say that it is not needed by a day any more").Refuses(403);
    }

    static async Task<NoContent> Say(long id, NewNeed need, SayNeed say, CurrentViewer current, CancellationToken stop)
    {
        await say.Run(current.PersonId, id, need.NeededBy, need.NeedReason, stop);
        return TypedResults.NoContent();
    }

    static async Task<NoContent> EndNeed(long id, EndNeed end, CurrentViewer current, CancellationToken stop)
    {
        await end.Run(current.PersonId, id, stop);
        return TypedResults.NoContent();
    }

    static async Task<Ok<Page<InvitationAnswer>>> List(AskingLoading loading) =>
        TypedResults.Ok(new Page<InvitationAnswer>([.. (await loading.Waiting()).Select(row => new InvitationAnswer(row.TopicId, row.Title, row.Address, row.SentAt, row.DueAt))], null, null));

    static async Task<Ok<PromiseAnswer>> Promise(long id, CommunityContext db, CurrentViewer current, Looks looks, TimeProvider clock, CancellationToken stop)
    {
        var viewer = await current.Get();
        var question = await db.Topics.AsNoTracking().ListedFor(viewer).Where(t => t.Id == id && t.Kind == TopicKind.Question).Select(t => new { t.SpaceId }).FirstOrDefaultAsync(stop);
        var running = question is null ? null : await db.QuestionClocks.AsNoTracking().FirstOrDefaultAsync(c => c.TopicId == id, stop);
        if (question is null || running is null) throw new RefusedException(Refusal.NotFound, "There is no such topic, or it is not for you.");

        await looks.Record(question.SpaceId);
        return TypedResults.Ok(new PromiseAnswer(running.StartedAt, running.DueAt, running.AnsweredAt, running.EndedAt, running.IsKept(clock.Now())));
    }

    static async Task<NoContent> Invite(long id, NewInvitation asked, InviteToAnswer invite, CurrentViewer current, CancellationToken stop)
    {
        await invite.Run(current.PersonId, id, asked.PersonId, stop);
        return TypedResults.NoContent();
    }

    static async Task<NoContent> Decline(long id, DeclinedInvitation said, DeclineInvitation decline, CurrentViewer current, CancellationToken stop)
    {
        await decline.Run(current.PersonId, id, said.IsForMe, said.AskId, stop);
        return TypedResults.NoContent();
    }
}

/// <summary>A question that you are asked to answer.</summary>
/// <param name="Url">Its page, from the root of the site.</param>
/// <param name="DueAt">Until when an answer is promised; null where nothing is.</param>
public sealed record InvitationAnswer(long TopicId, string Title, string Url, DateTime? SentAt, DateTime? DueAt);

/// <summary>The promise that runs on a question.</summary>
/// <param name="AnsweredAt">When somebody else than the asker first answered.</param>
/// <param name="EndedAt">When it was closed or taken away without an answer.</param>
/// <param name="Kept">Null while that is open.</param>
public sealed record PromiseAnswer(DateTime StartedAt, DateTime DueAt, DateTime? AnsweredAt, DateTime? EndedAt, bool? Kept);

/// <summary>By which day an answer is needed.</summary>
/// <param name="NeededBy">Where the space is; within 90 days.</param>
/// <param name="NeedReason">At most 200 characters.</param>
public sealed record NewNeed(DateOnly NeededBy, string NeedReason);

/// <summary>Who is asked.</summary>
public sealed record NewInvitation(long PersonId);

/// <summary>What somebody who is asked says.</summary>
/// <param name="IsForMe">True: not now. False: others know it.</param>
/// <param name="AskId">The person who knows it, who is then asked.</param>
public sealed record DeclinedInvitation(bool IsForMe, long? AskId = null);
