using System.Globalization;
using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Trials;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Trials;

/// <summary>Loads trials as their reader may see them: the board, those that are decided, those of a topic.</summary>
public sealed class TrialListing(CommunityContext db, CurrentViewer current, KnownCommunity known, TimeProvider clock)
{
    public const int PageSize = 30;

    const int MostOfStage = 30;
    const int EndedLately = 6;
    const int MostOfTopic = 10;

    static readonly Prepared<Func<CommunityContext, long, Task<bool>>> HasTopic = new(() => EF.CompileAsyncQuery((CommunityContext db, long topicId) => db.Set<Trial>().Any(t => t.TopicId == topicId)));

    public async Task<DateOnly> Today() => InstitutionDay.Of(clock.Now(), (await known.Ground()).Institution?.Zone);

    /// <summary>Null where there is no such space for the reader.</summary>
    public async Task<TrialBoard?> Board(string? space, bool isMine)
    {
        var viewer = await current.Get();
        var (chosen, isThere) = await Chosen(space);
        if (!isThere) return null;

        var (today, all) = (await Today(), Of(viewer, chosen));
        var mine = all.Where(t => t.OwnerId == viewer.PersonId || t.Triers.Any(trier => trier.PersonId == viewer.PersonId));
        var shown = isMine ? mine : all;
        var rows = new TrialRows(db, known, viewer, today);
        var (columns, counts) = (new Dictionary<TrialStage, IReadOnlyList<TrialRow>>(), new Dictionary<TrialStage, int>());
        foreach (var (stage, of, most) in Stages(shown, today))
        {
            counts[stage] = await of.CountAsync();
            columns[stage] = counts[stage] == 0 ? [] : await rows.Of(of.Take(most));
        }

        return new TrialBoard(columns, counts, await mine.CountAsync(t => !t.Decisions.Any(d => d.RevokedAt == null)), chosen?.Choice, isMine, (await known.Ground()).Spaces.Keys.Any(id => viewer.May(Act.Try, id)));
    }

    /// <summary>Null where there is no such space for the reader.</summary>
    /// <param name="after">The cursor of the page before: time of the decision in ticks, a dot, the trial's id.</param>
    public async Task<TrialArchive?> Archive(string? space, TrialOutcome? outcome, string? after)
    {
        var viewer = await current.Get();
        var (chosen, isThere) = await Chosen(space);
        if (!isThere) return null;

        var trials = Of(viewer, chosen).Select(t => new { Trial = t, t.Id, Decision = t.Decisions.FirstOrDefault(d => d.RevokedAt == null) }).Where(t => t.Decision != null && (outcome == null || t.Decision.Outcome == outcome));
        var total = await trials.CountAsync();
        if (after?.Split('.') is [var t, var i] && long.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks && long.TryParse(i, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            var at = new DateTime(ticks, DateTimeKind.Utc);
            trials = trials.Where(d => d.Decision!.At < at || d.Decision.At == at && d.Id < id);
        }

        var found = await trials.OrderByDescending(d => d.Decision!.At).ThenByDescending(d => d.Id).Take(PageSize + 1).Select(d => new { d.Id, d.Decision!.At }).ToListAsync();
        var ids = found.Take(PageSize).Select(d => d.Id).ToList();
        var rows = await new TrialRows(db, known, viewer, await Today()).Of(db.Trials.VisibleTo(viewer).Where(one => ids.Contains(one.Id)));
        var query = "ended=1" + (outcome is { } word ? "&outcome=" + Word(word) : "");
        return new TrialArchive([.. ids.Select(one => rows.Find(row => row.Id == one)).OfType<TrialRow>()], outcome, chosen?.Choice, total,
            found.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"{TrialAddress.OfBoard(chosen?.Choice.Slug, query)}&after={found[PageSize - 1].At.Ticks}.{found[PageSize - 1].Id}") : null);
    }

    /// <summary>Those that belong to a topic, the latest first, at most ten. Few topics have any.</summary>
    public async Task<IReadOnlyList<TrialRow>> OfTopic(long topicId)
    {
        if (!await HasTopic.On(db)(db, topicId)) return [];

        var viewer = await current.Get();
        return await new TrialRows(db, known, viewer, await Today()).Of(db.Trials.VisibleTo(viewer).Where(t => t.TopicId == topicId).OrderByDescending(t => t.StartsOn).ThenByDescending(t => t.Id).Take(MostOfTopic));
    }

    /// <summary>How many of the reader's own wait for a decision.</summary>
    public async Task<int> Waiting()
    {
        var viewer = await current.Get();
        return viewer.IsSignedIn ? await db.Trials.VisibleTo(viewer).DueOn(await Today()).CountAsync(t => t.OwnerId == viewer.PersonId) : 0;
    }

    public static string Word(TrialOutcome outcome) => outcome switch { TrialOutcome.Adopted => "adopted", TrialOutcome.Adapted => "adapted", _ => "abandoned" };

    IQueryable<Trial> Of(Viewer viewer, ChosenSpace? space) => space is null ? db.Trials.VisibleTo(viewer) : db.Trials.VisibleTo(viewer).Where(t => t.SpaceId == space.Id);

    static IEnumerable<(TrialStage Stage, IQueryable<Trial> Of, int Most)> Stages(IQueryable<Trial> trials, DateOnly today)
    {
        var open = trials.Where(t => !t.Decisions.Any(d => d.RevokedAt == null));
        yield return (TrialStage.Coming, open.Where(t => t.EndsOn > today && t.StartsOn > today).OrderBy(t => t.StartsOn).ThenBy(t => t.Id), MostOfStage);
        yield return (TrialStage.Running, open.Where(t => t.EndsOn > today && t.StartsOn <= today).OrderBy(t => t.EndsOn).ThenBy(t => t.Id), MostOfStage);
        yield return (TrialStage.Due, open.Where(t => t.EndsOn <= today).OrderBy(t => t.EndsOn).ThenBy(t => t.Id), MostOfStage);
        yield return (TrialStage.Decided, trials.Where(t => t.Decisions.Any(d => d.RevokedAt == null)).OrderByDescending(t => t.Decisions.Where(d => d.RevokedAt == null).Max(d => d.At)).ThenByDescending(t => t.Id), EndedLately);
    }

    async Task<(ChosenSpace? Space, bool IsThere)> Chosen(string? slug)
    {
        if (string.IsNullOrEmpty(slug)) return (null, true);

        var viewer = await current.Get();
        var space = (await known.Ground()).Spaces.Values.FirstOrDefault(s => s.Slug == slug && viewer.CanRead(s.Id));
        return space is null ? (null, false) : (new ChosenSpace(space.Id, new SpaceChoice(space.Slug, space.Name, space.Tier)), true);
    }

    sealed record ChosenSpace(long Id, SpaceChoice Choice);
}
