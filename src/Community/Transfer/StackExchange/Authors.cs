using System.Globalization;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.StackExchange;

/// <summary>Who stands here for the users of the dump. Read from the external identities, which follow when an administrator merges two people.</summary>
sealed class Authors(CommunityStore store, Site site, TimeProvider clock)
{
    const string Nobody = "somebody";

    public async Task<IReadOnlyDictionary<long, long>> Find(IEnumerable<long?> userIds)
    {
        var ids = userIds.OfType<long>().Distinct().Select(id => id.ToString(CultureInfo.InvariantCulture)).ToList();
        var found = await store.Read(db => db.ExternalIdentities.AsNoTracking()
            .Where(i => i.Source == site.Name && ids.Contains(i.ExternalId))
            .Select(i => new { i.ExternalId, i.PersonId }).ToListAsync());
        return found.ToDictionary(i => long.Parse(i.ExternalId, CultureInfo.InvariantCulture), i => i.PersonId);
    }

    /// <summary>The one person for all authors without a row; made when first needed.</summary>
    public async Task<long> Somebody()
    {
        var known = await store.Read(db => Known(db));
        return known ?? await store.Write(async db =>
        {
            if (await Known(db) is { } meanwhile) return meanwhile;

            var person = Person.Imported("somebody at " + site.Name, clock.Now(), clock.Now());
            db.ExternalIdentities.Add(new ExternalIdentity(person, site.Name, Nobody, site.Address));
            await db.SaveChangesAsync();
            return person.Id;
        });
    }

    Task<long?> Known(CommunityContext db) => db.ExternalIdentities.AsNoTracking()
        .Where(i => i.Source == site.Name && i.ExternalId == Nobody)
        .Select(i => (long?)i.PersonId).FirstOrDefaultAsync();
}
