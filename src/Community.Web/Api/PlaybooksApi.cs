using System.ComponentModel;
using System.Globalization;
using Community.Playbooks;
using Community.Spaces;
using Community.Store;
using Community.Web.Frame;
using Community.Web.Playbooks;
using Community.Web.Spaces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Api;

/// <summary>Playbooks, and their runs.</summary>
static class PlaybooksApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/playbooks", List).WithName("listPlaybooks").WithSummary("List the playbooks").WithDescription("For staff: in the order of their ids, those that are retired among them.").Refuses(422);
        api.MapGet("/playbooks/{id:long}", One).WithName("getPlaybook").WithSummary("Get a playbook").WithDescription("With its steps, as it is now or was in an older version.");
        api.MapGet("/runs", Runs).WithName("listRuns").WithSummary("List the runs of playbooks that you can see").WithDescription("Those that concern you, and those on posts where you moderate, as long as you see the post; the newest first.").Refuses(422);
        api.MapGet("/runs/{id:long}", Run).WithName("getRun").WithSummary("Get a run").WithDescription("With the state of each step.");
    }

    static async Task<Ok<Page<PlaybookAnswer>>> List([AsParameters] Paging paging, CommunityContext db, CurrentViewer current, PlaybookReading playbooks, CancellationToken stop)
    {
        if (!(await current.Get()).IsStaff) throw Nothing();

        var position = paging.From(1);
        var after = position.IsStart ? 0 : position.Place[0];
        var ids = await db.Playbooks.Where(p => p.Id > after).OrderBy(p => p.Id).Select(p => p.Id).Take(position.Limit + 1).ToListAsync(stop);
        var rows = (await playbooks.Rows(db.Playbooks.Where(p => ids.Contains(p.Id)))).OrderBy(row => row.Id).ToList();
        return TypedResults.Ok(position.Page(rows.ConvertAll(row => new PlaybookAnswer(row.Id, row.Title, row.Scenario.Scenario, Words(row.Scenario.Other), row.When, new Author(row.Owner.Id, row.Owner.Name), row.Steps, row.OpenRuns, row.IsRetired, Address(row.Id))),
            await db.Playbooks.CountAsync(stop), row => [row.Id]));
    }

    static async Task<Ok<PlaybookWhole>> One(long id, [Description("A number of its versions; the newest unless said.")] int? version, PlaybookReading playbooks) =>
        await playbooks.One(id, version) is not { } page ? throw Nothing() : TypedResults.Ok(new PlaybookWhole(page.Id, page.Title, page.Number, page.Scenario.Scenario, Words(page.Scenario.Other), page.When, new Author(page.Owner.Id, page.Owner.Name), page.Hours,
            [.. page.Steps.Select(step => new PlaybookStepAnswer(step.Number, step.Text, Party(step.Doer), step.Hours))], page.Approver is { } approver ? Party(approver) : null, page.OpenRuns, page.IsRetired, Address(page.Id)));

    static async Task<Ok<Page<RunAnswer>>> Runs([Description("open, finished or stopped.")] string? state, [Description("Those because of this post.")] long? post, [AsParameters] Paging paging, CommunityContext db, CurrentViewer current, RunReading reading, CancellationToken stop)
    {
        var viewer = await current.Get();
        if (!viewer.IsStaff) throw Nothing();

        var position = paging.From(1, state, post?.ToString(CultureInfo.InvariantCulture));
        var runs = db.PlaybookRuns.VisibleTo(viewer, db);
        if (Word.Parse<RunState>(position.Filter[0], "State") is { } wanted) runs = runs.Where(r => r.State == wanted);
        if (long.TryParse(position.Filter[1], NumberStyles.None, CultureInfo.InvariantCulture, out var postId)) runs = runs.Where(r => r.PostId == postId);
        var total = await runs.CountAsync(stop);
        if (!position.IsStart) runs = runs.Where(r => r.Id < position.Place[0]);
        var rows = await reading.Rows(await RunReading.Load(runs.OrderByDescending(r => r.Id).Take(position.Limit + 1)), viewer);
        return TypedResults.Ok(position.Page(rows.ConvertAll(row => new RunAnswer(row.Id, row.Title, row.State, row.Post.Id, row.Why, row.Next?.Text, row.Done, row.Steps, row.DueAt, row.IsLate, row.EndedAt, row.Address)), total, row => [row.Id]));
    }

    static async Task<Ok<RunWhole>> Run(long id, RunLoading loading, Looks looks)
    {
        if (await loading.Page(id) is not { } page) throw Nothing();

        await looks.Record(page.SpaceId);
        return TypedResults.Ok(new RunWhole(page.Id, page.PlaybookId, page.Version, page.Title, page.State, page.Post.Id, new Author(page.Starter.Id, page.Starter.Name), page.StartedAt, page.Why, page.DueAt, page.IsLate, page.EndedAt, Words(page.Outcome),
            [.. page.Steps.Select(step => new RunStepAnswer(step.Step.Number, step.Step.Text, Party(step.Step.Doer), step.State, step.IsNext, Of(step.TakenBy), Of(step.By), step.At, Words(step.Line), step.DueAt))], page.Address));
    }

    static PartyAnswer Party(DoerName doer) => new(doer.Party, doer.Name);

    static Author? Of(Topics.Named? person) => person is null ? null : new Author(person.Id, person.Name);

    static string? Words(string text) => text.Length > 0 ? text : null;

    static string Address(long id) => FormattableString.Invariant($"/playbooks/{id}");

    static RefusedException Nothing() => new(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
}

/// <summary>A playbook in a list.</summary>
/// <param name="Scenario">What it is for.</param>
/// <param name="Other">The same in its own words, where it is something else.</param>
/// <param name="When">When to use it.</param>
/// <param name="Steps">How many it has.</param>
/// <param name="OpenRuns">How many runs are open, of those that you can see.</param>
/// <param name="IsRetired">Nobody starts it any more.</param>
/// <param name="Url">Its page, from the root of the site.</param>
public sealed record PlaybookAnswer(long Id, string Title, Scenario Scenario, string? Other, string When, Author Owner, int Steps, int OpenRuns, bool IsRetired, string Url);

/// <summary>A version of a playbook.</summary>
/// <param name="Hours">Of working time, for all of it.</param>
/// <param name="Approver">Who approves the answer before it goes out; null where nobody need.</param>
public sealed record PlaybookWhole(long Id, string Title, int Version, Scenario Scenario, string? Other, string When, Author Owner, int Hours, IReadOnlyList<PlaybookStepAnswer> Steps, PartyAnswer? Approver, int OpenRuns, bool IsRetired, string Url);

/// <summary>A step of a playbook.</summary>
/// <param name="Hours">Of working time, from when it is its turn.</param>
public sealed record PlaybookStepAnswer(int Number, string Text, PartyAnswer Who, int Hours);

/// <summary>Who does something.</summary>
/// <param name="Name">Of the unit or person; null of the starter and the owner.</param>
public sealed record PartyAnswer(Party Party, string? Name);

/// <summary>A run in a list.</summary>
/// <param name="Next">The step whose turn it is; null when none is left.</param>
/// <param name="DueAt">Of that step, or of all of it.</param>
public sealed record RunAnswer(long Id, string Title, RunState State, long PostId, string Why, string? Next, int Done, int Steps, DateTime DueAt, bool IsLate, DateTime? EndedAt, string Url);

/// <summary>A run with its steps.</summary>
/// <param name="Outcome">What came of it, or why it was stopped; null while it is open.</param>
public sealed record RunWhole(long Id, long PlaybookId, int Version, string Title, RunState State, long PostId, Author Starter, DateTime StartedAt, string Why, DateTime DueAt, bool IsLate, DateTime? EndedAt, string? Outcome, IReadOnlyList<RunStepAnswer> Steps, string Url);

/// <summary>A step of a run.</summary>
/// <param name="IsNext">It is its turn.</param>
/// <param name="TakenBy">Who does it just now.</param>
/// <param name="By">Who finished or skipped it.</param>
/// <param name="Line">What was done, or why it was skipped.</param>
public sealed record RunStepAnswer(int Number, string Text, PartyAnswer Who, StepState State, bool IsNext, Author? TakenBy, Author? By, DateTime? At, string? Line, DateTime? DueAt);
