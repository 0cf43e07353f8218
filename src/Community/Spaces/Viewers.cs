using Community.Governance;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Spaces;

/// <summary>Loads who is looking, with two queries.</summary>
public static class Viewers
{
    extension(CommunityContext db)
    {
        /// <summary>The viewer for a person; somebody unknown or closed counts as nobody.</summary>
        public async Task<Viewer> Viewer(long? personId, CancellationToken stop = default)
        {
            var person = personId is null ? null : await db.People.AsNoTracking()
                .Where(p => p.Id == personId && p.ClosedAt == null)
                .Select(p => new { p.Id, p.Role, p.UnitId })
                .FirstOrDefaultAsync(stop);
            if (person is null)
            {
                var open = await db.Spaces.AsNoTracking().Where(s => s.Tier == Tier.Public).Select(s => s.Id).ToListAsync(stop);
                return new Viewer(null, null, open.Select(id => new SpaceStanding(id, Tier.Public, Who.Anybody)));
            }

            var (memberships, unitMemberships) = (db.Memberships, db.UnitMemberships);
            var spaces = await db.Spaces.AsNoTracking().Select(s => new
            {
                s.Id,
                s.Tier,
                IsSteward = memberships.Where(m => m.SpaceId == s.Id && m.PersonId == person.Id).Select(m => (bool?)m.IsSteward).FirstOrDefault(),
                IsUnitIn = person.UnitId != null && unitMemberships.Any(m => m.SpaceId == s.Id && m.UnitId == person.UnitId),
            }).ToListAsync(stop);

            return new Viewer(person.Id, person.Role, spaces.Select(s => new SpaceStanding(s.Id, s.Tier, Capacity(person.Role, s.IsSteward is not null || s.IsUnitIn, s.IsSteward == true))));
        }
    }

    /// <summary>What somebody is to a space. A steward who became a guest keeps it no longer.</summary>
    internal static Who Capacity(Role role, bool isMember, bool isSteward) => Who.Anybody
        | role switch
        {
            Role.Administrator => Who.Staff | Who.Administrator,
            Role.Moderator => Who.Staff | Who.Moderator,
            Role.Member => Who.Staff,
            _ => Who.Nobody,
        }
        | (isMember ? Who.Member : Who.Nobody)
        | (isSteward && role != Role.Guest ? Who.Steward : Who.Nobody);
}
