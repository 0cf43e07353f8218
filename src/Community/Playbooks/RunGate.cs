using Community.Governance;
using Community.People;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Playbooks;

/// <summary>The gate for runs: staff who are concerned, and those who moderate where the post stands; all of them only as long as they see the post. Its author sees a run only if concerned, also as a moderator.</summary>
public static class RunGate
{
    extension(IQueryable<PlaybookRun> runs)
    {
        public IQueryable<PlaybookRun> VisibleTo(Viewer viewer, CommunityContext db)
        {
            if (!viewer.IsStaff) return runs.Where(r => false);

            var own = viewer.OwnIds.ToList();
            var kept = viewer.ReadableSpaceIds.Where(id => viewer.May(Act.Remove, id)).ToList();
            var (posts, concerned) = (db.Posts.VisibleTo(viewer), db.PlaybookRuns.Concerning(viewer, db));
            return runs.Where(r => posts.Any(p => p.Id == r.PostId && (kept.Contains(p.Topic.SpaceId) && !own.Contains(p.AuthorId) || concerned.Any(c => c.Id == r.Id))));
        }

        /// <summary>Those in which the viewer has a part: as who started it, owner, by name, with a unit, or by what was done. It is no gate.</summary>
        public IQueryable<PlaybookRun> Concerning(Viewer viewer, CommunityContext db)
        {
            var (me, isAdministrator, people) = (viewer.PersonId, viewer.IsAdministrator, db.People);
            return runs.Where(r => r.StarterId == me || r.Playbook.OwnerId == me || isAdministrator && people.Any(p => p.Id == r.Playbook.OwnerId && p.ClosedAt != null)
                || r.Version.ApproverPersonId == me || people.Any(p => p.Id == me && p.UnitId != null && p.UnitId == r.Version.ApproverUnitId)
                || r.Version.Steps.Any(s => s.PersonId == me || people.Any(p => p.Id == me && p.UnitId != null && p.UnitId == s.UnitId))
                || r.Steps.Any(s => s.TakenById == me || s.ById == me));
        }

        /// <summary>Those that are open, and of which a step or all of it should have been done by now.</summary>
        public IQueryable<PlaybookRun> LateOn(DateTime now) => runs.Where(r => r.State == RunState.Open && (r.DueAt <= now || r.Steps.Any(s => s.State == StepState.Open && s.DueAt <= now)));
    }

    extension(Viewer viewer)
    {
        /// <summary>Whether the viewer makes, changes and retires playbooks.</summary>
        public bool KeepsPlaybooks => viewer.MayAnywhere(Act.KeepPlaybooks);
    }
}

/// <summary>What somebody who sees a run may do with it, beside their own steps.</summary>
/// <param name="Leads">Whose playbook it is, and those who moderate where the post stands: they may do anybody's step.</param>
/// <param name="Ends">Those, and whoever started it: they finish and stop it.</param>
public sealed record RunRights(bool Leads, bool Ends);

/// <summary>Who the parties of a run are.</summary>
public static class RunPeople
{
    extension(CommunityContext db)
    {
        /// <summary>Those who are meant, as far as they are here; else the owner, else administrators.</summary>
        public async Task<IReadOnlyList<long>> PeopleOf(PlaybookRun run, Doer doer, CancellationToken stop = default)
        {
            var meant = doer.Party switch
            {
                Party.Starter => await db.Here(run.StarterId, stop),
                Party.Person => await db.Here(doer.PersonId!.Value, stop),
                Party.Unit => await db.People.Where(p => p.UnitId == doer.UnitId && p.ClosedAt == null && !p.IsImported && p.Role != Role.Guest).Select(p => p.Id).ToListAsync(stop),
                _ => [],
            };
            return meant.Count > 0 ? meant : await db.OwnersOf(run.Playbook.OwnerId, stop);
        }

        /// <summary>The owner, or administrators once that account is closed.</summary>
        public async Task<IReadOnlyList<long>> OwnersOf(long ownerId, CancellationToken stop = default) =>
            await db.Here(ownerId, stop) is { Count: > 0 } owner ? owner : await db.AdministratorsHere(stop);

        /// <summary>Those who may approve the answer, whoever wrote it: administrators may always.</summary>
        public async Task<bool> MayApprove(Viewer viewer, PlaybookRun run, CancellationToken stop = default) =>
            viewer.IsAdministrator || run.Version.Approver is { } approver && viewer.PersonId is { } me && (await db.PeopleOf(run, approver, stop)).Contains(me);

        /// <param name="spaceId">Where the post stands.</param>
        public async Task<RunRights> RightsOn(Viewer viewer, PlaybookRun run, long spaceId, CancellationToken stop = default)
        {
            var leads = viewer.May(Act.Remove, spaceId) || viewer.PersonId is { } me && (await db.OwnersOf(run.Playbook.OwnerId, stop)).Contains(me);
            return new RunRights(leads, leads || run.StarterId == viewer.PersonId);
        }

        internal Task<List<long>> AdministratorsHere(CancellationToken stop) => db.People.Where(p => p.Role == Role.Administrator && p.ClosedAt == null && !p.IsImported).Select(p => p.Id).ToListAsync(stop);

        Task<List<long>> Here(long personId, CancellationToken stop) => db.People.Where(p => p.Id == personId && p.ClosedAt == null && !p.IsImported && p.Role != Role.Guest).Select(p => p.Id).ToListAsync(stop);
    }
}
