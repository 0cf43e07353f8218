using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Community.Notes.Bench;
using Community.Store;
using Community.Web.Frame;
using Community.Web.Notes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Api;

/// <summary>The caller's own distil bench.</summary>
static class BenchApi
{
    const string Address = ApiExtensions.Path + "/v1/bench";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/bench", Get).WithName("getBench").WithSummary("Read your bench").WithDescription("At most 100 passages, in the order in which you took them, and the note that they become.");
        api.MapPut("/bench", Keep).WithName("keepBench").WithSummary("Word the note on your bench").WithDescription("What is left out stays as it is.").Refuses(415, 422);
        api.MapPost("/bench/passages", Add).WithName("addToBench").WithSummary("Take a passage of a post to your bench, or all of it").WithMetadata(new RefusedField("postId"))
            .WithDescription("What lies there already is not taken twice.").TakesOnce().Refuses(403, 409, 415, 422);
        api.MapPut("/bench/passages/{id:long}/place", Put).WithName("putPassage").WithSummary("Put a passage into a section of the note").WithMetadata(new RefusedField("into")).WithDescription("What stands in the note already is moved.").Refuses(415, 422);
        api.MapDelete("/bench/passages/{id:long}", TakeOff).WithName("takeOffBench").WithSummary("Put a passage away").WithDescription("What was made of it in the note goes, too.");
        api.MapPost("/bench/note", Publish).WithName("publishBench").WithSummary("Publish the note on your bench").WithDescription("The bench is empty then. Who was quoted is credited, and asked what was missed. Of the questions that it was made of it says that it answers them; that can be taken back.").TakesOnce().Refuses(403, 409, 415, 422);
    }

    static async Task<Ok<BenchAnswer>> Get(BenchLoading bench) => TypedResults.Ok(await Answer(bench));

    static async Task<Ok<BenchAnswer>> Keep(NewBenchText typed, KeepBench keep, CurrentViewer current, BenchLoading bench, CancellationToken stop)
    {
        var there = (await bench.Load(proposing: false)).Form;
        var texts = (typed.Pieces ?? []).OfType<NewPiece>().DistinctBy(piece => piece.Id).ToDictionary(piece => piece.Id, piece => piece.Body);
        await keep.Run(current.PersonId, new BenchDraft(typed.Title ?? there.Title, typed.Purpose ?? there.Purpose, Clean.Of(typed.Space) ?? there.Space,
            typed.Tags is { } tags ? string.Join(", ", tags) : there.Tags, [.. (typed.Headings ?? []).Select(heading => heading ?? "")], texts), stop);
        return TypedResults.Ok(await Answer(bench));
    }

    static async Task<Created<PassageAnswer>> Add(NewPassage passage, HttpContext http, AddToBench add, CurrentViewer current, BenchLoading bench)
    {
        var id = await add.Run(current.PersonId, passage.PostId, passage.Text, http.Once(passage.PostId.ToString(CultureInfo.InvariantCulture), passage.Text), http.RequestAborted);
        return TypedResults.Created(Address, (await Answer(bench)).Passages.FirstOrDefault(one => one.Id == id) ?? throw Gone());
    }

    static async Task<Ok<BenchAnswer>> Put(long id, NewPlace place, PutPassages put, CurrentViewer current, BenchLoading bench, CancellationToken stop)
    {
        await put.Run(current.PersonId, [id], place.Into, place.Before ?? int.MaxValue, stop);
        return TypedResults.Ok(await Answer(bench));
    }

    static async Task<NoContent> TakeOff(long id, TakeOffBench take, CommunityContext db, CurrentViewer current, CancellationToken stop)
    {
        if (!await db.BenchPassages.AnyAsync(p => p.Id == id && p.PersonId == current.PersonId, stop)) throw Gone();

        await take.Run(current.PersonId, id, stop);
        return TypedResults.NoContent();
    }

    static async Task<Created<TopicAnswer>> Publish(HttpContext http, PublishBench publish, CurrentViewer current, TopicReading reading)
    {
        var id = await publish.Run(current.PersonId, http.Once(), stop: http.RequestAborted);
        return TypedResults.Created($"{ApiExtensions.Path}/v1/topics/{id}", await reading.One(id, http.RequestAborted));
    }

    static RefusedException Gone() => new(Refusal.NotFound, "This passage does not lie on your bench.");

    static async Task<BenchAnswer> Answer(BenchLoading bench)
    {
        var page = await bench.Load(proposing: false);
        return new BenchAnswer(page.Form.Title, page.Form.Purpose, page.Form.Space, [.. page.Form.Tags.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            [.. page.Sections.Select(section => new SectionAnswer(section.Heading, [.. section.Blocks.Select(block => new PieceAnswer(block.Id, block.Text, block.PassageId))]))],
            [.. page.Passages.Select(passage => new PassageAnswer(passage.Id, passage.PostId, passage.Text, passage is { AuthorId: { } id, Author: { } name } ? new Author(id, name) : null, passage.Topic.Length > 0 ? passage.Topic : null, passage.At))]);
    }
}

/// <summary>The note on the bench, as it is to be worded.</summary>
/// <param name="Title">At most 200 characters.</param>
/// <param name="Purpose">What it is for, in a line.</param>
/// <param name="Space">The slug of the space that it is to stand in.</param>
/// <param name="Tags">At most 8 subjects.</param>
/// <param name="Headings">Of the sections, in order; at most 20.</param>
/// <param name="Pieces">New texts of pieces that are there.</param>
public sealed record NewBenchText(string? Title = null, string? Purpose = null, string? Space = null, IReadOnlyList<string>? Tags = null, IReadOnlyList<string>? Headings = null, IReadOnlyList<NewPiece>? Pieces = null);

/// <summary>A new text of a piece.</summary>
/// <param name="Body">Markdown.</param>
public sealed record NewPiece(long Id, string Body);

/// <summary>A passage to be taken.</summary>
/// <param name="Text">Words of the post as it shows them; all that it says itself unless said.</param>
public sealed record NewPassage(string? Text = null)
{
    long? postId;

    [Required]
    public long PostId { get => Missing.Demand(postId, nameof(PostId)); init => postId = value; }
}

/// <summary>Where a passage goes.</summary>
/// <param name="Before">Before which piece of the section, from 0; behind all unless said.</param>
public sealed record NewPlace(int? Before = null)
{
    int? into;

    /// <summary>The section, from 0.</summary>
    [Required]
    public int Into { get => Missing.Demand(into, nameof(Into)); init => into = value; }
}

/// <summary>What lies on somebody's bench, and the note that it becomes.</summary>
/// <param name="Space">The slug; empty until one is chosen.</param>
public sealed record BenchAnswer(string Title, string Purpose, string Space, IReadOnlyList<string> Tags, IReadOnlyList<SectionAnswer> Sections, IReadOnlyList<PassageAnswer> Passages);

/// <summary>A section of the note on the bench.</summary>
public sealed record SectionAnswer(string Heading, IReadOnlyList<PieceAnswer> Pieces);

/// <summary>A piece of a section.</summary>
/// <param name="Body">Markdown; null while its source is out of your sight.</param>
/// <param name="PassageId">What it was made of; null for your own words.</param>
public sealed record PieceAnswer(long Id, string? Body, long? PassageId);

/// <summary>A passage on the bench.</summary>
/// <param name="Text">Null while its post is out of your sight.</param>
/// <param name="Author">Null where nobody is named.</param>
/// <param name="Title">Of its topic; null where that is out of sight.</param>
public sealed record PassageAnswer(long Id, long PostId, string? Text, Author? Author, string? Title, DateTime At);
