using Community.Governance;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Experts;

/// <summary>Loads people as others may be told of them: who is hidden, or does not want to be asked about this, is loaded for themselves alone.</summary>
sealed class ExpertLoading(CommunityContext db, Viewer viewer, Func<string, bool> isAsked)
{
    public async Task<List<RankedPerson>> Load(List<long> ids, CancellationToken stop)
    {
        var (units, hidings) = (db.Units, db.Hidings);
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new RankedPerson(p.Id, p.Name, units.Where(u => u.Id == p.UnitId).Select(u => u.Name).FirstOrDefault(), 0, Array.Empty<Evidence>())
        {
            Role = p.Role,
            Position = p.Position,
            LeftAt = p.ClosedAt,
            IsImported = p.IsImported,
            IsHidden = hidings.Any(h => h.PersonId == p.Id),
        }).ToListAsync(stop);
        var avoided = (await db.AvoidedSubjects.AsNoTracking().Where(s => ids.Contains(s.PersonId)).Select(s => new { s.PersonId, s.Subject }).ToListAsync(stop)).ToLookup(s => s.PersonId, s => s.Subject);
        return [.. people.Select(person => person with { IsHidden = person.IsHidden || avoided[person.Id].Any(isAsked) }).Where(person => !person.IsHidden || person.Id == viewer.PersonId)];
    }
}
