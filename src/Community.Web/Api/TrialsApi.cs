using System.ComponentModel;
using Community.Spaces;
using Community.Store;
using Community.Trials;
using Community.Web.Frame;
using Community.Web.Trials;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Api;

/// <summary>What is tried.</summary>
static class TrialsApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/trials", List).WithName("listTrials").WithSummary("List the trials that you can read").WithDescription("The newest first.").Refuses(422);

    static async Task<Ok<Page<TrialAnswer>>> List([Description("A space's slug.")] string? space, [Description("coming, running, due or decided.")] string? stage, [Description("adopted, adapted or abandoned.")] string? outcome,
        [AsParameters] Paging paging, CommunityContext db, CurrentViewer current, KnownCommunity known, TrialListing listing, CancellationToken stop)
    {
        var viewer = await current.Get();
        var position = paging.From(1, space, stage, outcome);
        var ground = await known.Ground();
        var trials = db.Trials.AsNoTracking().VisibleTo(viewer);
        if (Clean.Of(position.Filter[0]) is { } slug)
        {
            var spaceId = ground.Spaces.Values.FirstOrDefault(s => s.Slug == slug && viewer.CanRead(s.Id))?.Id ?? throw new RefusedException(Refusal.NotFound, "There is no such space, or it is not for you.");
            trials = trials.Where(t => t.SpaceId == spaceId);
        }

        var today = await listing.Today();
        trials = Word.Parse<TrialStage>(position.Filter[1], "Stage") switch
        {
            TrialStage.Coming => trials.Where(t => !t.Decisions.Any(d => d.RevokedAt == null) && t.EndsOn > today && t.StartsOn > today),
            TrialStage.Running => trials.Where(t => !t.Decisions.Any(d => d.RevokedAt == null) && t.EndsOn > today && t.StartsOn <= today),
            TrialStage.Due => trials.DueOn(today),
            TrialStage.Decided => trials.Where(t => t.Decisions.Any(d => d.RevokedAt == null)),
            _ => trials,
        };
        if (Word.Parse<TrialOutcome>(position.Filter[2], "Outcome") is { } wanted) trials = trials.Decided(wanted);

        var total = await trials.CountAsync(stop);
        if (!position.IsStart) trials = trials.Where(t => t.Id < position.Place[0]);
        var ids = await trials.OrderByDescending(t => t.Id).Select(t => t.Id).Take(position.Limit + 1).ToListAsync(stop);
        var rows = await new TrialRows(db, known, viewer, today).Of(db.Trials.VisibleTo(viewer).Where(t => ids.Contains(t.Id)).OrderByDescending(t => t.Id));
        return TypedResults.Ok(position.Page(rows.ConvertAll(Answer), total, row => [row.Id]));
    }

    static TrialAnswer Answer(TrialRow row) => new(row.Id, row.Title, row.SpaceSlug, row.Place, row.StartsOn, row.EndsOn, row.Stage, [.. row.People.Select(person => new Author(person.Id, person.Name))], row.Observations, row.Outcome,
        row.Outcome is null ? null : row.Reason, row.DecidedAt, row.Note?.Id, row.Note?.RevisionNumber, row.Address);
}

/// <summary>Something tried out.</summary>
/// <param name="Space">The slug of the space.</param>
/// <param name="EndsOn">The last day; on it, it is to be decided.</param>
/// <param name="People">Who tries it, the owner first; at most three.</param>
/// <param name="Observations">How many stand in its log.</param>
/// <param name="Outcome">What became of it; null until it is decided.</param>
/// <param name="Reason">Why.</param>
/// <param name="NoteId">The note that took it in, if you can read that.</param>
/// <param name="Revision">Which revision of that note did.</param>
/// <param name="Url">Its page, from the root of the site.</param>
public sealed record TrialAnswer(long Id, string Title, string Space, string Place, DateOnly StartsOn, DateOnly EndsOn, TrialStage Stage, IReadOnlyList<Author> People, int Observations, TrialOutcome? Outcome, string? Reason, DateTime? DecidedAt,
    long? NoteId, int? Revision, string Url);
