using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Care;

/// <summary>Who keeps a note and still can: people with an account who read its space, and units where somebody does.</summary>
public sealed record NoteKeepers(IReadOnlyList<long> PersonIds, IReadOnlyList<long> UnitIds)
{
    /// <summary>Nobody is left; the space's stewards stand in.</summary>
    public bool IsOrphan => PersonIds.Count == 0 && UnitIds.Count == 0;
}

/// <summary>Finds who keeps notes.</summary>
public static class NoteKeeping
{
    /// <summary>So many people of a unit are looked at, at most.</summary>
    const int MostOfUnit = 1_000;

    extension(CommunityContext db)
    {
        /// <summary>By note, each of them. Ask only for notes that passed the gate.</summary>
        public async Task<Dictionary<long, NoteKeepers>> KeepersOf(IReadOnlyCollection<long> topicIds, CancellationToken stop = default)
        {
            var (cares, spaceOf) = (db.NoteCares, await db.Topics.AsNoTracking().Where(t => topicIds.Contains(t.Id)).Select(t => new { t.Id, t.SpaceId }).ToDictionaryAsync(t => t.Id, t => t.SpaceId, stop));
            var people = (await db.NoteStewardships.AsNoTracking().Where(s => topicIds.Contains(s.TopicId)).OrderBy(s => s.At).ThenBy(s => s.PersonId).Select(s => new { s.TopicId, s.PersonId }).ToListAsync(stop))
                // The author keeps what nobody has cared for yet.
                .Concat(await db.Topics.AsNoTracking().Where(t => topicIds.Contains(t.Id) && t.Kind == TopicKind.Note && !cares.Any(c => c.TopicId == t.Id)).Select(t => new { TopicId = t.Id, PersonId = t.AuthorId }).ToListAsync(stop))
                .Distinct().ToLookup(s => s.TopicId, s => s.PersonId);
            var units = (await db.NoteUnitStewardships.AsNoTracking().Where(s => topicIds.Contains(s.TopicId)).OrderBy(s => s.At).ThenBy(s => s.UnitId).Select(s => new { s.TopicId, s.UnitId }).ToListAsync(stop)).ToLookup(s => s.TopicId, s => s.UnitId);

            var viewers = await db.Viewers([.. people.SelectMany(ids => ids).Distinct()], stop);
            var imported = await db.People.AsNoTracking().Where(p => viewers.Keys.Contains(p.Id) && p.IsImported).Select(p => p.Id).ToListAsync(stop);
            var living = new Dictionary<long, HashSet<long>>();
            foreach (var spaceId in spaceOf.Where(t => units[t.Key].Any()).Select(t => t.Value).Distinct())
                living[spaceId] = [.. (await db.ReadersIn(spaceId, [.. units.SelectMany(ids => ids).Distinct()], stop)).Select(reader => reader.UnitId)];

            return spaceOf.ToDictionary(t => t.Key, t => new NoteKeepers(
                [.. people[t.Key].Where(id => viewers.TryGetValue(id, out var viewer) && viewer.CanRead(t.Value) && !imported.Contains(id))],
                [.. units[t.Key].Where(id => living[t.Value].Contains(id))]));
        }

        /// <summary>People of these units who can read a space.</summary>
        public async Task<IReadOnlyList<(long PersonId, long UnitId)>> ReadersIn(long spaceId, IReadOnlyCollection<long> unitIds, CancellationToken stop = default)
        {
            if (unitIds.Count == 0) return [];

            var people = new List<(long PersonId, long UnitId)>();
            foreach (var unitId in unitIds.Distinct().Order())
                people.AddRange((await db.People.AsNoTracking().Where(p => p.UnitId == unitId && p.ClosedAt == null && !p.IsImported).OrderByDescending(p => p.Id).Take(MostOfUnit).Select(p => p.Id).ToListAsync(stop)).Select(id => (id, unitId)));

            var viewers = await db.Viewers(people.ConvertAll(p => p.PersonId), stop);
            return [.. people.Where(p => viewers.TryGetValue(p.PersonId, out var viewer) && viewer.CanRead(spaceId))];
        }

        /// <summary>Everybody who keeps a note: where nobody is left, the stewards of its space.</summary>
        public async Task<IReadOnlyList<long>> PeopleKeeping(long topicId, long spaceId, CancellationToken stop = default)
        {
            if (!(await db.KeepersOf([topicId], stop)).TryGetValue(topicId, out var keepers)) return [];
            if (keepers.IsOrphan) return await db.StewardsOf(spaceId).Select(p => p.Id).ToListAsync(stop);

            return [.. keepers.PersonIds.Concat((await db.ReadersIn(spaceId, keepers.UnitIds, stop)).Select(reader => reader.PersonId)).Distinct()];
        }

        /// <summary>A space's stewards who can sign in.</summary>
        public IQueryable<Person> StewardsOf(long spaceId)
        {
            var memberships = db.Memberships;
            return db.People.AsNoTracking().Where(p => p.ClosedAt == null && p.Role != Governance.Role.Guest && memberships.Any(m => m.SpaceId == spaceId && m.PersonId == p.Id && m.IsSteward));
        }

        /// <summary>Notes that somebody keeps, in person or with the whole unit. The gate stands elsewhere.</summary>
        public IQueryable<Topic> NotesKeptBy(long personId)
        {
            var (people, cares, stewardships, units) = (db.People, db.NoteCares, db.NoteStewardships, db.NoteUnitStewardships);
            // Who said it in a voice keeps it.
            var voices = db.Masks.Where(m => m.PersonId == personId && m.Voice != Governance.Voice.Personal);
            return db.Topics.AsNoTracking().Where(t => t.Kind == TopicKind.Note && (stewardships.Any(s => s.TopicId == t.Id && (s.PersonId == personId || voices.Any(m => m.Id == s.PersonId)))
                || units.Any(u => u.TopicId == t.Id && people.Any(p => p.Id == personId && p.UnitId == u.UnitId))
                || (t.AuthorId == personId || voices.Any(m => m.Id == t.AuthorId)) && !cares.Any(c => c.TopicId == t.Id)));
        }
    }
}
