using Community.Governance;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Spaces.Guests;

/// <summary>Who is asked to answer for a guest when the sponsor is not here any more.</summary>
public static class GuestSuccessors
{
    extension(CommunityContext db)
    {
        /// <summary>Staff who keep a space of the guest's.</summary>
        public IQueryable<Person> StewardsOfGuest(long guestId)
        {
            var memberships = db.Memberships;
            return db.People.Where(p => p.ClosedAt == null && !p.IsImported && p.Role != Role.Guest
                && memberships.Any(m => m.PersonId == p.Id && m.IsSteward && memberships.Any(g => g.PersonId == guestId && g.SpaceId == m.SpaceId)));
        }

        /// <summary>The stewards of the guest's spaces; where there are none, administrators.</summary>
        public async Task<List<long>> SuccessorsFor(long guestId, CancellationToken stop = default)
        {
            var stewards = await db.StewardsOfGuest(guestId).Select(p => p.Id).ToListAsync(stop);
            return stewards.Count > 0 ? stewards : await db.People.Where(p => p.Role == Role.Administrator && p.ClosedAt == null).Select(p => p.Id).ToListAsync(stop);
        }
    }
}
