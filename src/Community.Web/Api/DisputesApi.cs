using Community.Notes.Care;
using Community.Web.Care;
using Community.Web.Frame;
using Community.Web.Notes;
using Community.Web.Spaces;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Community.Web.Api;

/// <summary>Positions that stand side by side at practice notes.</summary>
static class DisputesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/notes/{id:long}/disputes", List).WithName("listDisputes").WithSummary("List what is disputed in a practice note").WithDescription("The oldest first, without what was settled.").Refuses(422);
        api.MapPost("/notes/{id:long}/disputes", Dispute).WithName("disputeNote").WithSummary("Let, as one who keeps it, two positions stand at a practice note").WithMetadata(new RefusedField("positions"))
            .WithDescription("At one of its passages, or on top. A passage, and the whole note, take one dispute at a time.").Refuses(403, 409, 415, 422);
        api.MapPost("/notes/{id:long}/disputes/{dispute:long}/outcome", Settle).WithName("settleDispute").WithSummary("Settle a dispute, and say what came of it").WithMetadata(new RefusedField("outcome")).Refuses(403, 409, 415, 422);
    }

    static async Task<Ok<IReadOnlyList<DisputeAnswer>>> List(long id, NoteCareLoading care, SuggestionReading reading, Looks looks) => TypedResults.Ok(await Of(id, care, reading, looks));

    static async Task<Ok<IReadOnlyList<DisputeAnswer>>> Dispute(long id, NewDispute dispute, DisputeNote verb, NoteCareLoading care, SuggestionReading reading, Looks looks, CurrentViewer current, CancellationToken stop)
    {
        await Of(id, care, reading, looks);
        if (dispute.Positions is not [var one, var other]) throw new RefusedException(Refusal.Invalid, "A dispute has two positions.") { Field = nameof(dispute.Positions) };

        await verb.Run(current.PersonId, id, Side(one), Side(other), dispute.Passage is { } at ? new NotePassage(at.Revision, at.Place) : null, stop);
        return TypedResults.Ok(await Of(id, care, reading, looks));
    }

    static async Task<NoContent> Settle(long id, long dispute, DisputeOutcome settled, SettleDispute verb, CurrentViewer current, CancellationToken stop)
    {
        await verb.Run(current.PersonId, id, settled.Outcome, dispute, stop);
        return TypedResults.NoContent();
    }

    static Side Side(NewPosition position) => new(position.Person, position.Text, position.Link);

    static async Task<IReadOnlyList<DisputeAnswer>> Of(long id, NoteCareLoading care, SuggestionReading reading, Looks looks)
    {
        if (await reading.OfNote(id) is not { } opening || await care.Of(id) is not { } view) throw new RefusedException(Refusal.NotFound, "There is no such note, or it is not for you.");

        await looks.Record(opening.Topic.SpaceId);
        var places = view.Disputes.Blocks.Select((block, at) => (block.Id, Place: at + 1)).DistinctBy(block => block.Id).ToDictionary(block => block.Id, block => block.Place);
        return [.. view.Disputes.All.Select(dispute => new DisputeAnswer(dispute.Id, dispute.BlockId is { } block ? places[block] : null, dispute.IsOfPassage && dispute.BlockId is null, dispute.At,
            [.. dispute.Positions.Select(side => new PositionAnswer(side.By.Id > 0 ? new Author(side.By.Id, side.By.Name) : null, side.Text, side.Link))]))];
    }
}

/// <summary>Two positions to let stand.</summary>
/// <param name="Positions">Two.</param>
/// <param name="Passage">Null for the note as a whole.</param>
public sealed record NewDispute(IReadOnlyList<NewPosition>? Positions = null, PassagePlace? Passage = null);

/// <summary>A position to let stand.</summary>
/// <param name="Person">The id of who holds it, and can read the note.</param>
/// <param name="Text">At most 300 characters.</param>
/// <param name="Link">Its evidence: an address on this site, or of the web.</param>
public sealed record NewPosition(long Person, string Text, string Link);

/// <summary>A block at the top of a note's text.</summary>
/// <param name="Revision">The revision that was read.</param>
/// <param name="Place">The first is 1.</param>
public sealed record PassagePlace(int Revision, int Place);

/// <summary>What came of a dispute.</summary>
/// <param name="Outcome">At most 300 characters.</param>
public sealed record DisputeOutcome(string Outcome);

/// <summary>What is disputed in a practice note.</summary>
/// <param name="Place">The block of the newest revision, the first is 1; null for the note as a whole, and where the passage is gone.</param>
/// <param name="IsOfGonePassage">It was about a passage that the note does not have any more.</param>
public sealed record DisputeAnswer(long Id, int? Place, bool IsOfGonePassage, DateTime At, IReadOnlyList<PositionAnswer> Positions);

/// <summary>What one side says.</summary>
/// <param name="Author">Who holds it; null for callers without an account.</param>
public sealed record PositionAnswer(Author? Author, string Text, string Link);
