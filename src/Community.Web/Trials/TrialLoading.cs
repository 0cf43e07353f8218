using System.Globalization;
using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Trials;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Trials;

/// <summary>Loads one trial as its reader sees it, and what a form of one needs.</summary>
public sealed class TrialLoading(CommunityContext db, CurrentViewer current, KnownCommunity known, TrialListing listing)
{
    const int LogSize = 50;

    /// <summary>A longer trial has no ticks.</summary>
    const int MostTicks = 70;

    /// <summary>Null where there is no such trial for the reader.</summary>
    /// <param name="before">The log's cursor: the last line of the page before, as day and id with a dot between.</param>
    public async Task<TrialPage?> Page(long id, string? before = null)
    {
        var viewer = await current.Get();
        var visible = db.Trials.AsNoTracking().VisibleTo(viewer).Where(t => t.Id == id);
        if (await visible.Include(t => t.Triers).Include(t => t.Decisions).AsSplitQuery().FirstOrDefaultAsync() is not { } trial) return null;

        var today = await listing.Today();
        var row = (await new TrialRows(db, known, viewer, today).Of(visible))[0];
        var names = await known.Names(trial.Triers.Select(t => t.PersonId).Concat(trial.Decisions.Select(d => d.ById)).Append(trial.OwnerId).Distinct());
        Named Name(long personId) => new(personId, names[personId].Name);
        var space = (await known.Ground()).Spaces[trial.SpaceId];
        var keeps = viewer.Keeps(trial);
        var (log, next) = await Log(id, before, o => o.AuthorId == viewer.PersonId || keeps || viewer.May(Act.Remove, trial.SpaceId));
        var topic = trial.TopicId is { } topicId ? await Topic(topicId) : null;
        return new TrialPage(row, trial.SpaceId, space.Slug, space.Tier, trial.What, trial.Measure, Name(trial.OwnerId), [.. trial.Triers.Select(t => t.PersonId).Where(person => person != trial.OwnerId).Prepend(trial.OwnerId).Select(Name)],
            topic, log, row.Observations, next, await Days(trial, today), today, trial.Decided is { } decided ? Name(decided.ById) : null,
            [.. trial.Decisions.Where(d => d.RevokedAt is not null).OrderByDescending(d => d.RevokedAt).Select(d => new RevokedRow(d.Outcome, d.Reason, Name(d.ById), d.At, d.RevokedAt!.Value))],
            trial.Decided is null && viewer.May(Act.Try, trial.SpaceId), keeps)
        { HiddenTopicId = topic is null ? trial.TopicId : null };
    }

    /// <summary>The topic with its opening, where the reader sees it.</summary>
    public async Task<TrialTopic?> Topic(long topicId)
    {
        var viewer = await current.Get();
        return await db.Posts.AsNoTracking().Where(p => p.TopicId == topicId && p.Part == Part.Opening).Join(db.Topics.ListedFor(viewer), p => p.TopicId, t => t.Id, (p, t) => new TrialTopic(t.Id, t.Kind, t.Title, p.Id)).FirstOrDefaultAsync();
    }

    /// <summary>The spaces that the person may try something in, joined ones first.</summary>
    public async Task<IReadOnlyList<SpaceChoice>> Spaces()
    {
        var viewer = await current.Get();
        return [.. (await known.Ground()).Spaces.Values.Where(s => viewer.May(Act.Try, s.Id)).OrderByDescending(s => viewer.IsMemberOf(s.Id)).ThenBy(s => s.Name, StringComparer.CurrentCulture).Select(s => new SpaceChoice(s.Slug, s.Name, s.Tier))];
    }

    async Task<(IReadOnlyList<ObservationRow>, string?)> Log(long trialId, string? before, Func<Observation, bool> mayTakeBack)
    {
        var log = db.TrialObservations.AsNoTracking().Where(o => o.TrialId == trialId && o.TakenBackAt == null);
        if (before?.Split('.') is [var d, var i] && DateOnly.TryParseExact(d, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && long.TryParse(i, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            log = log.Where(o => o.Day < day || o.Day == day && o.Id < id);

        var found = await log.OrderByDescending(o => o.Day).ThenByDescending(o => o.Id).Take(LogSize + 1).ToListAsync();
        var names = await known.Names(found.Select(o => o.AuthorId).Distinct());
        var rows = found.Take(LogSize).Select(o => new ObservationRow(o.Id, o.Seen, o.Line, o.Day, new Named(o.AuthorId, names[o.AuthorId].Name), mayTakeBack(o))).ToList();
        return (rows, found.Count > LogSize ? string.Create(CultureInfo.InvariantCulture, $"{rows[^1].Day:yyyyMMdd}.{rows[^1].Id}") : null);
    }

    /// <summary>A day on which something failed counts as failed.</summary>
    async Task<IReadOnlyList<(DateOnly, Seen?)>> Days(Trial trial, DateOnly today)
    {
        var length = trial.EndsOn.DayNumber - trial.StartsOn.DayNumber + 1;
        if (length > MostTicks) return [];

        var seen = (await db.TrialObservations.AsNoTracking().Where(o => o.TrialId == trial.Id && o.TakenBackAt == null && o.Seen != Seen.Remark).Select(o => new { o.Day, o.Seen }).ToListAsync()).ToLookup(o => o.Day, o => o.Seen);
        return [.. Enumerable.Range(0, length).Select(trial.StartsOn.AddDays).Select(day => (day, seen[day].Any() ? seen[day].Contains(Seen.Failed) ? Seen.Failed : Seen.Worked : (Seen?)null))];
    }
}
