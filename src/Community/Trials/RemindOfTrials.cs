using Community.Events;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Trials;

/// <summary>Tells of trials whose last day has come, and again each week until somebody decides; at most 100 a run. A row for each keeps any number of nodes from telling twice, and weeks in which nobody was there are not told afterwards.</summary>
public sealed class RemindOfTrials(CommunityStore store, TimeProvider clock) : ISweep
{
    const int MostAtOnce = 100;
    const int DaysAWeek = 7;

    /// <returns>How many were told of.</returns>
    public Task<int> Run(CancellationToken stop = default) => store.Write(async db =>
    {
        await db.LockName(nameof(RemindOfTrials), stop);
        var now = clock.Now();
        var today = await db.Today(now, stop);
        var reminders = db.TrialReminders;
        var due = await db.Trials.DueOn(today).Select(t => new { Trial = t, Last = reminders.Where(r => r.TrialId == t.Id && r.EndsOn == t.EndsOn).Max(r => (int?)r.Week) ?? -1 })
            .OrderBy(t => t.Trial.EndsOn).ThenBy(t => t.Trial.Id).ToListAsync(stop);

        var told = 0;
        foreach (var (trial, last) in due.Select(one => (one.Trial, one.Last)))
        {
            var week = (today.DayNumber - trial.EndsOn.DayNumber) / DaysAWeek;
            if (week <= last) continue;

            reminders.Add(new TrialReminder(trial, week, now));
            trial.TellDue(now);
            if (++told == MostAtOnce) break;
        }

        await db.SaveChangesAsync(stop);
        return told;
    }, stop);
}
