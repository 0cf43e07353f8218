using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Community.Notes.Refining;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Notes;
using Community.Web.Spaces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Api;

/// <summary>Changes to notes that somebody proposes.</summary>
static class SuggestionsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/notes/{id:long}/suggestions", List).WithName("listSuggestions").WithSummary("List the suggestions to a note").WithDescription("The newest first: your own, and all of a note that you keep.").Refuses(422);
        api.MapPost("/notes/{id:long}/suggestions", Suggest).WithName("suggestChange").WithSummary("Suggest a change to a note")
            .WithDescription("`body` is the whole text as it should be. What the note quotes from posts that you may not read stays as it is.").TakesOnce().Refuses(403, 409, 415, 422);
        api.MapGet("/suggestions/{id:long}", Get).WithName("getSuggestion").WithSummary("Read a suggestion with its changes");
        api.MapPut("/suggestions/{id:long}/decision", Decide).WithName("decideSuggestion").WithSummary("Take a suggestion in, some of its changes, or decline it").WithMetadata(new RefusedField("accept"))
            .WithDescription("For those who keep the note. What is taken becomes a revision by the one who suggested it; where the same passage was changed since, nothing is taken: 409.").Refuses(403, 409, 415, 422);
        api.MapDelete("/suggestions/{id:long}", TakeBack).WithName("takeBackSuggestion").WithSummary("Take your suggestion back").Refuses(409);
    }

    static async Task<Ok<Page<ListedSuggestion>>> List(long id, [Description("open, accepted, partly, declined or takenback.")] string? state, [AsParameters] Paging paging, CommunityContext db, CurrentViewer current, SuggestionReading reading, Looks looks, CancellationToken stop)
    {
        var note = await Note(id, reading, looks);
        var position = paging.From(1, state);
        var suggestions = await db.SuggestionsOf(await current.Get(), note.Topic, stop);
        if (Word.Parse<SuggestionState>(position.Filter[0], "State") is { } wanted) suggestions = suggestions.Where(s => s.State == wanted);

        var total = await suggestions.CountAsync(stop);
        if (!position.IsStart) suggestions = suggestions.Where(s => s.Id < position.Place[0]);
        var rows = await reading.Rows(suggestions.OrderByDescending(s => s.Id).Take(position.Limit + 1));
        return TypedResults.Ok(position.Page(rows.ConvertAll(row => Listed(id, row)), total, row => [row.Id]));
    }

    static async Task<Created<SuggestionAnswer>> Suggest(long id, NewSuggestion suggestion, HttpContext http, SuggestChange suggest, CurrentViewer current, SuggestionReading reading, Looks looks)
    {
        var post = await Note(id, reading, looks);
        var revision = suggestion.BaseRevision ?? post.RevisionNumber;
        var once = http.Once(suggestion.BaseRevision?.ToString(CultureInfo.InvariantCulture), suggestion.Body, suggestion.Reason);
        var made = await suggest.Run(current.PersonId, id, revision, await reading.Whole(post, revision, suggestion.Body), suggestion.Reason, once, stop: http.RequestAborted);
        return TypedResults.Created($"{ApiExtensions.Path}/v1/suggestions/{made}", await One(made, reading, looks));
    }

    static async Task<Ok<SuggestionAnswer>> Get(long id, SuggestionReading reading, Looks looks) => TypedResults.Ok(await One(id, reading, looks));

    static async Task<Ok<SuggestionAnswer>> Decide(long id, NewDecision decision, AcceptSuggestion accept, DeclineSuggestion decline, CurrentViewer current, SuggestionReading reading, Looks looks, CancellationToken stop)
    {
        if (decision.Accept) await accept.Run(current.PersonId, id, decision.Parts?.ToHashSet(), decision.Word, stop);
        else await decline.Run(current.PersonId, id, decision.Word, stop);
        return TypedResults.Ok(await One(id, reading, looks));
    }

    static async Task<NoContent> TakeBack(long id, TakeSuggestionBack take, CurrentViewer current, CancellationToken stop)
    {
        await take.Run(current.PersonId, id, stop);
        return TypedResults.NoContent();
    }

    static async Task<Post> Note(long id, SuggestionReading reading, Looks looks)
    {
        var post = await reading.OfNote(id) ?? throw new RefusedException(Refusal.NotFound, "There is no such topic, or it is not for you.");
        await looks.Record(post.Topic.SpaceId);
        return post;
    }

    static async Task<SuggestionAnswer> One(long id, SuggestionReading reading, Looks looks)
    {
        var found = await reading.One(id) ?? throw new RefusedException(Refusal.NotFound, "There is no such suggestion, or it is not for you.");
        await looks.Record(found.Post.Topic.SpaceId);
        return SuggestionAnswer.Of(Listed(found.Post.TopicId, found.Row), [.. found.Parts.Select((part, i) => new SuggestedChange(i, part.Before, part.After))]);
    }

    static ListedSuggestion Listed(long noteId, SuggestionRow row) => new(row.Id, noteId, new Author(row.AuthorId, row.Author), row.At, row.Reason, row.State, row.BasedOn,
        row is { DecidedById: { } byId, DecidedBy: { } by } ? new Author(byId, by) : null, row.DecidedAt, row.Word, row.Became, $"/suggestions/{row.Id}");
}

/// <summary>A change to be suggested.</summary>
/// <param name="Body">The whole text of the note as it should be, Markdown.</param>
/// <param name="Reason">Why, at most 1,000 characters.</param>
/// <param name="BaseRevision">The revision that was read; the newest unless said.</param>
public sealed record NewSuggestion(string Body, string Reason, int? BaseRevision = null);

/// <summary>What those who keep the note decide on a suggestion.</summary>
/// <param name="Parts">The numbers of the changes that are taken; all unless said.</param>
/// <param name="Word">To its author, at most 1,000 characters; needed when something is left out.</param>
public sealed record NewDecision(IReadOnlyList<int>? Parts = null, string? Word = null)
{
    bool? accept;

    /// <summary>Whether it is taken in, in whole or in part.</summary>
    [Required]
    public bool Accept { get => Missing.Demand(accept, nameof(Accept)); init => accept = value; }
}

/// <summary>A suggestion in a list, without its changes.</summary>
/// <param name="BaseRevision">The revision that its author had before the eyes.</param>
/// <param name="DecidedBy">Who decided; its author where it was taken back.</param>
/// <param name="Word">What that one said to it.</param>
/// <param name="Revision">The revision that it became.</param>
/// <param name="Url">Its page, from the root of the site.</param>
public sealed record ListedSuggestion(long Id, long NoteId, Author Author, DateTime At, string Reason, SuggestionState State, int BaseRevision, Author? DecidedBy, DateTime? DecidedAt, string Word, int? Revision, string Url);

/// <summary>A suggestion with its changes.</summary>
public sealed record SuggestionAnswer(long Id, long NoteId, Author Author, DateTime At, string Reason, SuggestionState State, int BaseRevision, Author? DecidedBy, DateTime? DecidedAt, string Word, int? Revision, string Url, IReadOnlyList<SuggestedChange> Changes)
{
    public static SuggestionAnswer Of(ListedSuggestion one, IReadOnlyList<SuggestedChange> changes) =>
        new(one.Id, one.NoteId, one.Author, one.At, one.Reason, one.State, one.BaseRevision, one.DecidedBy, one.DecidedAt, one.Word, one.Revision, one.Url, changes);
}

/// <summary>One change of a suggestion, by blocks.</summary>
/// <param name="Number">What it is taken by.</param>
/// <param name="Before">Markdown; null where nothing stood.</param>
/// <param name="After">Null where nothing is to stand.</param>
public sealed record SuggestedChange(int Number, string? Before, string? After);
