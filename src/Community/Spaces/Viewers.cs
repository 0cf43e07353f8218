using Community.Governance;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Spaces;

/// <summary>Loads who is looking, with three queries.</summary>
public static class Viewers
{
    // Every verb asks them first, inside its transaction.
    static readonly Prepared<Func<CommunityContext, long, DateTime, Task<Looking?>>> PersonOf = new(() => EF.CompileAsyncQuery((CommunityContext db, long personId, DateTime now) =>
        db.Set<Person>().Where(p => p.Id == personId && p.ClosedAt == null && (p.AccessUntil == null || p.AccessUntil > now)).Select(p => new Looking(p.Id, p.Role, p.UnitId, db.Set<Suspension>().Any(s => s.PersonId == p.Id && s.EndedAt == null))).FirstOrDefault()));

    static readonly Prepared<Func<CommunityContext, long, long?, IAsyncEnumerable<Entered>>> SpacesOf = new(() => EF.CompileAsyncQuery((CommunityContext db, long personId, long? unitId) =>
        db.Set<Space>().Select(s => new Entered(s.Id, s.Tier,
            db.Set<Membership>().Where(m => m.SpaceId == s.Id && m.PersonId == personId).Select(m => (bool?)m.IsSteward).FirstOrDefault(),
            unitId != null && db.Set<UnitMembership>().Any(m => m.SpaceId == s.Id && m.UnitId == unitId), s.Rules))));

    static readonly Prepared<Func<CommunityContext, long, IAsyncEnumerable<Worn>>> MasksOf = new(() => EF.CompileAsyncQuery((CommunityContext db, long personId) =>
        db.Set<Mask>().Where(m => m.PersonId == personId).Select(m => new Worn(m.Id, m.Voice == Voice.Personal))));

    extension(CommunityContext db)
    {
        /// <summary>The viewer for a person; somebody unknown, closed, or invited until a day that has passed counts as nobody.</summary>
        public async Task<Viewer> Viewer(long? personId, CancellationToken stop = default)
        {
            var person = personId is { } id ? await PersonOf.On(db)(db, id, db.Now) : null;
            if (person is null)
            {
                var open = await db.Spaces.AsNoTracking().Where(s => s.Tier == Tier.Public).Select(s => s.Id).ToListAsync(stop);
                return new Viewer(null, null, open.Select(id => new SpaceStanding(id, Tier.Public, Who.Anybody)));
            }

            var spaces = await SpacesOf.On(db)(db, person.Id, person.UnitId).ToListAsync(stop);
            var masks = await MasksOf.On(db)(db, person.Id).ToListAsync(stop);
            return new Viewer(person.Id, person.Role, spaces.Select(s => new SpaceStanding(s.Id, s.Tier, Capacity(person.Role, s.IsSteward is not null || s.IsUnitIn, s.IsSteward == true), SpaceRules.Of(s.Rules))), masks.ConvertAll(m => m.Id))
            {
                IsSuspended = person.IsSuspended,
                UnnamedIds = [.. masks.Where(m => m.IsSecret).Select(m => m.Id)],
            };
        }
    }

    /// <summary>What somebody is to a space. A steward who became a guest keeps it no longer.</summary>
    internal static Who Capacity(Role role, bool isMember, bool isSteward) => Who.Anybody
        | role.Capacities
        | (isMember ? Who.Member : Who.Nobody)
        | (isSteward && role != Role.Guest ? Who.Steward : Who.Nobody);

    /// <param name="IsSecret">It hides who asked a question; else it is a voice.</param>
    sealed record Worn(long Id, bool IsSecret);

    sealed record Looking(long Id, Role Role, long? UnitId, bool IsSuspended);

    /// <param name="IsSteward">Null where the person has no membership of their own.</param>
    sealed record Entered(long Id, Tier Tier, bool? IsSteward, bool IsUnitIn, string Rules);
}
