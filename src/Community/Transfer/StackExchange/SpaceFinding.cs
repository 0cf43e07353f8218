using Community.Governance;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.StackExchange;

/// <summary>The space that a site goes into: found, or made.</summary>
static class SpaceFinding
{
    /// <returns>The space's id.</returns>
    /// <exception cref="RefusedException">The site went into another space before, or the space cannot be made.</exception>
    public static Task<long> Run(CommunityStore store, Site site, ImportTarget target, DateTime now) => store.Write(async db =>
    {
        var keys = new Keys(store, site.Name);
        var space = await db.Spaces.FirstOrDefaultAsync(s => s.Slug == target.Slug);
        if ((await keys.Find(db, TableNames.Space, [0])).TryGetValue(0, out var before) && before != space?.Id)
            throw new RefusedException(Refusal.Conflict, "{0} came in before, into the space {1}. Give that space, and what is missing is added to it.",
                site.Name, await db.Spaces.Where(s => s.Id == before).Select(s => s.Slug).FirstOrDefaultAsync() ?? "");

        if (space is null)
        {
            space = new Space(target.Slug, target.Name ?? site.Title, $"Questions and answers from {site.Address}.", target.Tier ?? Tier.Institution, null, now);
            db.Spaces.Add(space);
            await db.SaveChangesAsync();
        }

        if (before == 0) await keys.Insert(db, TableNames.Space, [(0, space.Id)]);
        return space.Id;
    });
}
