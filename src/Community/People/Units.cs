using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

static class Units
{
    extension(CommunityContext db)
    {
        /// <summary>The unit of this name, made where there is none; null for an empty name.</summary>
        public async Task<Unit?> UnitNamed(string? name, long? actorId, DateTime now, CancellationToken stop)
        {
            if (string.IsNullOrWhiteSpace(name)) return null;

            var unit = new Unit(name, actorId, now);
            if (await db.Units.FirstOrDefaultAsync(u => u.NameFolded == unit.NameFolded, stop) is { } known) return known;

            db.Units.Add(unit);
            await db.SaveChangesAsync(stop);
            return unit;
        }
    }
}
