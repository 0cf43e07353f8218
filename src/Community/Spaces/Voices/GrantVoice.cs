using Community.Governance;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Spaces.Voices;

/// <summary>An administrator lets somebody speak for a unit or the institution.</summary>
public sealed class GrantVoice(CommunityStore store, TimeProvider clock)
{
    /// <param name="actorId">Null for the program's own commands.</param>
    /// <param name="unitId">Of a unit's voice.</param>
    /// <param name="space">Where; null in every space.</param>
    /// <returns>The grant's id.</returns>
    /// <exception cref="RefusedException">Not an administrator; no such person, unit or space; or as of <see cref="VoiceGrant"/>.</exception>
    public Task<long> Run(long? actorId, long personId, Voice voice, long? unitId, string? space, DateTime until, bool needsSecond, string? why, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        var (person, now) = (await db.PersonToChange(personId, stop), clock.Now());
        if (person.ClosedAt is not null || person.IsImported || person.Role == Role.Guest) throw new RefusedException(Refusal.Invalid, "Only staff with an account speak for the institution or a unit.") { Field = "Person" };

        var name = voice switch
        {
            Voice.Unit => await db.Units.Where(u => u.Id == unitId).Select(u => u.Name).FirstOrDefaultAsync(stop) ?? throw new RefusedException(Refusal.Invalid, "Choose the unit for which this person may speak.") { Field = "UnitId" },
            Voice.Institution => await db.Institutions.Select(i => i.Name).FirstOrDefaultAsync(stop) ?? throw new RefusedException(Refusal.Conflict, "Give the institution a name first."),
            _ => throw new RefusedException(Refusal.Invalid, "Everybody speaks for themselves. Choose a unit or the institution.") { Field = "Voice" },
        };
        var of = voice == Voice.Unit ? unitId : null;
        long? spaceId = string.IsNullOrEmpty(space) ? null : await db.Spaces.Where(s => s.Slug == space).Select(s => (long?)s.Id).FirstOrDefaultAsync(stop) ?? throw new RefusedException(Refusal.Invalid, "There is no such space.") { Field = "Space" };

        var mask = await db.Masks.FirstOrDefaultAsync(m => m.PersonId == personId && m.Voice == voice && m.UnitId == of, stop) ?? db.Masks.Add(new Mask(personId, voice, of, name, now)).Entity;
        var grant = db.VoiceGrants.Add(new VoiceGrant(mask, spaceId, until, needsSecond, why, actorId, now)).Entity;
        await db.SaveChangesAsync(stop);
        return grant.Id;
    }, stop);
}
