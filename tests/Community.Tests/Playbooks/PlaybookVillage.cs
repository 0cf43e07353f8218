using Community.People;
using Community.Playbooks;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Playbooks;

/// <summary>What tests of playbooks do, in few words.</summary>
static class PlaybookVillage
{
    extension(Village village)
    {
        /// <summary>Three steps: of who starts it, of the owner, of the unit Circulation; owned by Stella.</summary>
        public async Task<PlaybookTerms> Terms(Doer? approver = null) => new(Scenario.Complaint, null, "A complaint", "Somebody complains.", village.Steward,
            [new("Say who looks into it.", Doer.Starter, 2), new("Decide.", Doer.Owner, 4), new("Put it right.", Doer.Unit(await village.UnitId()), 8)], "Dear {author}, about {post} in {space}: {unknown}", approver, 24);

        public Task<long> UnitId() => village.Read(db => db.Units.Select(u => u.Id).SingleAsync());

        public async Task<long> Playbook(PlaybookTerms? terms = null) => await village.Verb<MakePlaybook>().Run(village.Administrator, terms ?? await village.Terms());

        /// <summary>A post by Wendy, and a run on it that Alice started.</summary>
        public async Task<long> Running(PlaybookTerms? terms = null, string space = Village.Institution, long? starter = null) =>
            await village.Verb<StartRun>().Run(starter ?? village.Member, await village.Opening(await village.Start(village.Writer, space: space)), await village.Playbook(terms), "A reader is angry.");

        public Task<PlaybookRun> Loaded(long runId) => village.Read(db => db.PlaybookRuns.AsNoTracking().Include(r => r.Steps.OrderBy(s => s.Number)).Include(r => r.Version).FirstAsync(r => r.Id == runId));

        public Task<bool> Sees(long personId, long runId) => village.Read(async db => await db.PlaybookRuns.VisibleTo(await db.Viewer(personId), db).AnyAsync(r => r.Id == runId));
    }
}
