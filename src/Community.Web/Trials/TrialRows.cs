using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Trials;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Trials;

/// <summary>Makes rows of trials that came through the gate, with a fixed number of queries.</summary>
sealed class TrialRows(CommunityContext db, KnownCommunity known, Viewer viewer, DateOnly today)
{
    const int PeopleShown = 3;

    /// <summary>In the query's order.</summary>
    public async Task<List<TrialRow>> Of(IQueryable<Trial> trials)
    {
        var (observations, notes) = (db.TrialObservations.Where(o => o.TakenBackAt == null), db.Topics.ListedFor(viewer));
        var found = await trials.AsNoTracking().Select(t => new
        {
            Trial = t,
            Seen = observations.Count(o => o.TrialId == t.Id),
            Good = observations.Count(o => o.TrialId == t.Id && o.Seen == Seen.Worked),
            Decision = t.Decisions.Where(d => d.RevokedAt == null).Select(d => new { d.Outcome, d.Reason, d.At, d.NoteId, d.RevisionNumber, Title = notes.Where(n => n.Id == d.NoteId).Select(n => n.Title).FirstOrDefault() }).FirstOrDefault(),
        }).ToListAsync();
        var ids = found.ConvertAll(row => row.Trial.Id);
        var triers = (await db.Triers.AsNoTracking().Where(t => ids.Contains(t.TrialId)).OrderBy(t => t.PersonId).Select(t => new { t.TrialId, t.PersonId }).ToListAsync()).ToLookup(t => t.TrialId, t => t.PersonId);
        var names = await known.Names(found.Select(row => row.Trial.OwnerId).Concat(triers.SelectMany(people => people)).Distinct());
        var spaces = (await known.Ground()).Spaces;
        return found.ConvertAll(row =>
        {
            var trial = row.Trial;
            var people = triers[trial.Id].Prepend(trial.OwnerId).Distinct().ToList();
            var stage = row.Decision is not null ? TrialStage.Decided : trial.EndsOn <= today ? TrialStage.Due : trial.StartsOn > today ? TrialStage.Coming : TrialStage.Running;
            return new TrialRow(trial.Id, trial.Title, spaces[trial.SpaceId].Slug, spaces[trial.SpaceId].Name, trial.Place, stage, trial.StartsOn, trial.EndsOn, [.. people.Take(PeopleShown).Select(id => new Named(id, names[id].Name))], Math.Max(0, people.Count - PeopleShown),
                row.Seen, row.Good, today.DayNumber - trial.EndsOn.DayNumber, row.Decision?.Outcome, row.Decision?.Reason ?? "", row.Decision?.At,
                row.Decision is { NoteId: { } note, RevisionNumber: { } number, Title: { } title } ? new TrialNote(note, title, number) : null);
        });
    }
}
