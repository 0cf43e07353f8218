using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Trials;

/// <summary>The gate for trials: who reads a space sees what is tried in it.</summary>
public static class TrialGate
{
    extension(IQueryable<Trial> trials)
    {
        public IQueryable<Trial> VisibleTo(Viewer viewer) => trials.Where(t => viewer.ReadableSpaceIds.Contains(t.SpaceId));

        /// <summary>Those whose last day has come, and about which nobody decided.</summary>
        public IQueryable<Trial> DueOn(DateOnly today) => trials.Where(t => t.EndsOn <= today && !t.Decisions.Any(d => d.RevokedAt == null));

        public IQueryable<Trial> Decided(TrialOutcome outcome) => trials.Where(t => t.Decisions.Any(d => d.RevokedAt == null && d.Outcome == outcome));
    }

    extension(Viewer viewer)
    {
        /// <summary>Whether the viewer changes the trial and decides about it.</summary>
        public bool Keeps(Trial trial) => viewer.May(Act.KeepTrial, trial.SpaceId, trial.OwnerId == viewer.PersonId ? Who.Author : Who.Nobody);
    }
}

/// <summary>How this area's verbs load the trials they decide on.</summary>
static class TrialLoading
{
    extension(CommunityContext db)
    {
        /// <summary>The trial, held, with its people and decisions.</summary>
        /// <exception cref="RefusedException">There is no such trial for this viewer.</exception>
        public async Task<Trial> TrialFor(Viewer viewer, long trialId, CancellationToken stop)
        {
            await db.LockRow("Trials", "Id", trialId, stop);
            return await db.Trials.VisibleTo(viewer).Include(t => t.Triers).Include(t => t.Decisions).AsSplitQuery().FirstOrDefaultAsync(t => t.Id == trialId, stop)
                ?? throw new RefusedException(Refusal.NotFound, "There is no such trial, or it is not for you.");
        }

        /// <exception cref="RefusedException">There is no such trial for this viewer, or it is not theirs to change.</exception>
        public async Task<Trial> TrialToKeep(Viewer viewer, long trialId, CancellationToken stop)
        {
            var trial = await db.TrialFor(viewer, trialId, stop);
            return viewer.Keeps(trial) ? trial : throw new RefusedException(Refusal.Forbidden, "Its owner and the stewards of the space decide about this trial. Write down below what you saw.");
        }
    }
}
