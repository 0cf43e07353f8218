using System.ComponentModel;
using Community.Questions;
using Community.Questions.Asking;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Api;

/// <summary>Topics, and the acceptance of a question's answer.</summary>
static class TopicsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/topics", Start).WithName("startTopic").WithSummary("Ask a question, start a thread or write a practice note").TakesOnce().Refuses(403, 415, 422);
        api.MapGet("/topics", List).WithName("listTopics").WithSummary("List topics").WithDescription("`latest` is by the newest reply or answer, `new` by the start, `unanswered` open questions without a published answer, the newest first.").Refuses(422);
        api.MapGet("/topics/{id:long}", Get).WithName("getTopic").WithSummary("Read a topic").WithDescription("With its opening first, then the oldest 100 other posts by id, comments included. `postsNext` is a cursor for the list of its posts.");
        api.MapPut("/questions/{id:long}/accepted", Accept).WithName("acceptAnswer").WithSummary("Say which answer helped, or take that back").WithMetadata(new RefusedField("postId")).Refuses(403, 415, 422);
    }

    static async Task<Created<TopicAnswer>> Start(NewTopic topic, HttpContext http, StartTopic start, AskQuestion ask, CurrentViewer current, TopicReading reading)
    {
        var tags = topic.Tags ?? [];
        var needed = Community.Questions.Promise.NeededBy.Of(topic.NeededBy, topic.NeedReason);
        if (needed is not null && topic.Kind != TopicKind.Question) throw new RefusedException(Refusal.Invalid, "Only a question has a day by which it is needed.") { Field = "NeededBy" };
        var masked = topic.Masked == true;
        if (masked && topic.Kind != TopicKind.Question) throw new RefusedException(Refusal.Invalid, "Only a question is asked without a name.") { Field = "Masked" };

        var (space, typed) = (Clean.Of(topic.Space) ?? throw Missing.Field("Space"), tags.Select(tag => tag ?? "").ToList());
        var once = http.Once([topic.Space, Word.Of(topic.Kind), topic.Title, topic.Body, string.Join('\n', tags), .. masked ? [nameof(topic.Masked)] : Array.Empty<string>(), .. needed is null ? [] : new[] { IsoDay.Of(needed.Day), needed.Reason }, .. topic.SpeechParts]);
        var id = masked || needed is not null
            ? await ask.Run(current.PersonId, space, topic.Title, topic.Body, typed, AskedWhom.Space, [], once, masked: masked, needed: needed, speech: topic.Speech, stop: http.RequestAborted)
            : await start.Run(current.PersonId, space, topic.Kind, topic.Title, topic.Body, typed, once, speech: topic.Speech, stop: http.RequestAborted);
        return TypedResults.Created($"{ApiExtensions.Path}/v1/topics/{id}", await reading.One(id, http.RequestAborted));
    }

    static async Task<Ok<TopicAnswer>> Get(long id, TopicReading reading, CancellationToken stop) => TypedResults.Ok(await reading.One(id, stop));

    static async Task<Ok<TopicAnswer>> Accept(long id, NewAcceptance acceptance, AcceptAnswer accept, CurrentViewer current, TopicReading reading, CancellationToken stop)
    {
        await accept.Run(current.PersonId, id, acceptance.PostId, stop);
        return TypedResults.Ok(await reading.One(id, stop));
    }

    static async Task<Ok<Page<ListedTopic>>> List([AsParameters] Paging paging, [AsParameters] TopicFilter filter, CommunityContext db, CurrentViewer current, TopicAnswers answers, Looks looks, CancellationToken stop)
    {
        var viewer = await current.Get();
        var position = paging.From(2, filter.Space, filter.Kind, filter.Tag, filter.Sort);
        var topics = db.Topics.AsNoTracking().ListedFor(viewer);
        if (Clean.Of(position.Filter[0]) is { } space)
        {
            var spaceId = await db.Spaces.VisibleTo(viewer).Where(s => s.Slug == space).Select(s => (long?)s.Id).FirstOrDefaultAsync(stop)
                ?? throw new RefusedException(Refusal.NotFound, "There is no such space, or it is not for you.");
            await looks.Record(spaceId);
            topics = topics.Where(t => t.SpaceId == spaceId);
        }

        if (Word.Parse<TopicKind>(position.Filter[1], "Kind") is { } kind) topics = topics.Where(t => t.Kind == kind);
        if (Clean.Of(position.Filter[2]) is { } tag) topics = topics.Where(t => t.Tags.Any(u => u.Tag!.Name == tag || u.Tag.Synonyms.Any(s => s.Name == tag)));
        var sort = Word.Parse<TopicSort>(position.Filter[3], "Sort") ?? TopicSort.Latest;
        if (sort == TopicSort.Unanswered) topics = topics.Unanswered();

        var order = sort == TopicSort.Latest ? TopicOrder.Latest : TopicOrder.New;
        var rest = position.IsStart ? topics : TopicListing.After(topics, order, new DateTime(position.Place[0], DateTimeKind.Utc), position.Place[1]);
        var page = TopicListing.InOrder(rest, order).Take(position.Limit + 1);
        var rows = await answers.Load(page, stop);
        var last = rows.Count > position.Limit ? await db.Topics.Where(t => t.Id == rows[position.Limit - 1].Id).Select(t => order == TopicOrder.New ? t.CreatedAt : t.LastPostAt).FirstAsync(stop) : default;
        return TypedResults.Ok(position.Page(rows, await topics.CountAsync(stop), row => [last.Ticks, row.Id]));
    }
}

/// <summary>In what order topics are listed, or which.</summary>
enum TopicSort { Latest, New, Unanswered }

/// <summary>What narrows a list of topics.</summary>
sealed record TopicFilter(
    [property: FromQuery(Name = "space"), Description("A space's slug.")] string? Space,
    [property: FromQuery(Name = "kind"), Description("thread, question or note.")] string? Kind,
    [property: FromQuery(Name = "tag"), Description("A subject, or a synonym of one.")] string? Tag,
    [property: FromQuery(Name = "sort"), Description("latest (the default), new or unanswered.")] string? Sort);
