using Community.Governance;
using Community.People;
using Community.People.Guests;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Spaces;

/// <summary>Loads many people at once as those who are looking, with five queries a thousand.</summary>
public static class ManyViewers
{
    const int PeopleAQuery = 1_000;

    extension(CommunityContext db)
    {
        /// <summary>The viewers by person. Somebody unknown or closed is missing.</summary>
        public async Task<Dictionary<long, Viewer>> Viewers(IReadOnlyCollection<long> personIds, CancellationToken stop = default)
        {
            var viewers = new Dictionary<long, Viewer>(personIds.Count);
            if (personIds.Count == 0) return viewers;

            var tiers = await db.Spaces.AsNoTracking().Select(s => new { s.Id, s.Tier, s.Rules }).ToListAsync(stop);
            foreach (var ids in personIds.Chunk(PeopleAQuery))
            {
                var people = await db.PeopleWithAccess().AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Role, p.UnitId }).ToListAsync(stop);
                var memberships = (await db.Memberships.AsNoTracking().Where(m => ids.Contains(m.PersonId)).Select(m => new { m.PersonId, m.SpaceId, m.IsSteward }).ToListAsync(stop))
                    .ToDictionary(m => (m.PersonId, m.SpaceId), m => m.IsSteward);
                var masks = (await db.Masks.AsNoTracking().Where(m => ids.Contains(m.PersonId)).Select(m => new { m.PersonId, m.Id }).ToListAsync(stop)).ToLookup(m => m.PersonId, m => m.Id);
                var units = people.Select(p => p.UnitId).OfType<long>().Distinct().ToList();
                var unitSpaces = (await db.UnitMemberships.AsNoTracking().Where(m => units.Contains(m.UnitId)).Select(m => new { m.UnitId, m.SpaceId }).ToListAsync(stop))
                    .Select(m => ((long?)m.UnitId, m.SpaceId)).ToHashSet();

                foreach (var person in people)
                {
                    viewers[person.Id] = new Viewer(person.Id, person.Role, tiers.Select(s => new SpaceStanding(s.Id, s.Tier, Spaces.Viewers.Capacity(person.Role,
                        memberships.TryGetValue((person.Id, s.Id), out var isSteward) || unitSpaces.Contains((person.UnitId, s.Id)), isSteward), SpaceRules.Of(s.Rules))), [.. masks[person.Id]]);
                }
            }

            return viewers;
        }
    }
}
