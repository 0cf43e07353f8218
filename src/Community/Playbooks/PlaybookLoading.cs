using Community.Governance;
using Community.People;
using Community.Questions.Promise;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Playbooks;

/// <summary>A run that somebody is about to change, held until the transaction ends.</summary>
sealed record HeldRun(Viewer Viewer, PlaybookRun Run, WorkingCalendar Calendar, RunRights Rights)
{
    /// <exception cref="RefusedException">The step is somebody else's.</exception>
    public async Task DemandStep(CommunityContext db, int number, CancellationToken stop)
    {
        if (Rights.Leads || Run.Version.Steps.Find(step => step.Number == number) is not { } step) return;
        if (!(await db.PeopleOf(Run, step.Doer, stop)).Contains(Viewer.PersonId!.Value)) throw new RefusedException(Refusal.Forbidden, "This step is somebody else's. On the run you read whose.");
    }

    /// <exception cref="RefusedException">Others end it.</exception>
    public void DemandEnd()
    {
        if (!Rights.Ends) throw new RefusedException(Refusal.Forbidden, "Whoever started the run, the playbook's owner and those who moderate the space end it. Tell one of them.");
    }
}

/// <summary>How this area's verbs load what they decide on.</summary>
static class PlaybookLoading
{
    extension(CommunityContext db)
    {
        /// <exception cref="RefusedException">There is no such run for this person.</exception>
        public async Task<HeldRun> RunFor(long personId, long runId, CancellationToken stop)
        {
            await db.LockRow("PlaybookRuns", "Id", runId, stop);
            var viewer = await db.Viewer(personId, stop);
            var run = await db.PlaybookRuns.VisibleTo(viewer, db).Include(r => r.Steps).Include(r => r.Playbook).Include(r => r.Version).ThenInclude(v => v.Steps).Include(r => r.Post).ThenInclude(p => p.Topic).AsSplitQuery().FirstOrDefaultAsync(r => r.Id == runId, stop)
                ?? throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
            viewer.DemandActive();
            var spaceId = run.Post.Topic.SpaceId;
            return new HeldRun(viewer, run, await db.CalendarOf(spaceId, stop), await db.RightsOn(viewer, run, spaceId, stop));
        }

        /// <summary>Of somebody who keeps playbooks.</summary>
        /// <exception cref="RefusedException">To others the page is not there.</exception>
        public async Task DemandKeeper(long personId, CancellationToken stop)
        {
            if (!(await db.Viewer(personId, stop)).KeepsPlaybooks) throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        }

        /// <exception cref="RefusedException">There is no such playbook.</exception>
        public async Task<Playbook> PlaybookToChange(long playbookId, CancellationToken stop)
        {
            await db.LockRow("Playbooks", "Id", playbookId, stop);
            return await db.Playbooks.FirstOrDefaultAsync(p => p.Id == playbookId, stop) ?? throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        }

        /// <summary>That everybody who is named is here, and not a guest.</summary>
        /// <exception cref="RefusedException">Somebody or a unit is not.</exception>
        public async Task DemandHere(PlaybookTerms terms, CancellationToken stop)
        {
            var people = new List<(long Id, string Field)> { (terms.OwnerId, "Owner") };
            people.AddRange(terms.Steps.Where(step => step.Doer.PersonId is not null).Select(step => (step.Doer.PersonId!.Value, nameof(terms.Steps))));
            if (terms.Approver?.PersonId is { } approver) people.Add((approver, nameof(terms.Approver)));
            var ids = people.ConvertAll(person => person.Id);
            var here = await db.People.Where(p => ids.Contains(p.Id) && p.ClosedAt == null && !p.IsMask && !p.IsImported && p.Role != Role.Guest).Select(p => p.Id).ToListAsync(stop);
            if (people.Find(person => !here.Contains(person.Id)) is { Field: { } field }) throw new RefusedException(Refusal.Invalid, "There is nobody of this name among the staff, or more than one.") { Field = field };

            var units = terms.Steps.Select(step => step.Doer.UnitId).Append(terms.Approver?.UnitId).OfType<long>().Distinct().ToList();
            if (await db.Units.CountAsync(u => units.Contains(u.Id), stop) != units.Count) throw new RefusedException(Refusal.Invalid, "There is no such unit.") { Field = nameof(terms.Steps) };
        }
    }
}
