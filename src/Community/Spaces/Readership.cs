using Community.Governance;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Spaces;

/// <summary>Whether what stands in one space may be shown to all who read another.</summary>
public static class Readership
{
    extension(CommunityContext db)
    {
        /// <summary>Whether everybody who reads the one space reads the other, too, by their tiers and whatever becomes of their members.</summary>
        public async Task<bool> ReadersReadToo(long spaceId, long otherId, CancellationToken stop = default)
        {
            if (spaceId == otherId) return true;

            var people = db.People;
            var tiers = await db.Spaces.Where(s => s.Id == spaceId || s.Id == otherId).ToDictionaryAsync(s => s.Id, s => s.Tier, stop);
            return IsWithin(tiers[spaceId], tiers[otherId])
                // Guests come into a Unit space one by one; who is there now is asked.
                || tiers[spaceId] == Tier.Unit && IsWithin(Tier.Institution, tiers[otherId]) && !await db.Memberships.AnyAsync(m => m.SpaceId == spaceId && people.Any(p => p.Id == m.PersonId && p.Role == Role.Guest), stop);
        }
    }

    /// <summary>Whether the readers of any space of one tier are among those of any space of the other.</summary>
    static bool IsWithin(Tier tier, Tier other) => other == Tier.Public || tier == Tier.Institution && other is Tier.Institution or Tier.Partners;
}
