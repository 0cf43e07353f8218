using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Spaces;

/// <summary>Makes a space.</summary>
public sealed class MakeSpace(CommunityStore store, TimeProvider clock)
{
    /// <param name="personId">An administrator, who becomes its first steward; null for the program's own commands.</param>
    /// <exception cref="RefusedException">Not an administrator, the address is taken, or a field cannot be taken.</exception>
    public Task<string> Run(long? personId, string slug, string name, string purpose, Tier tier, CancellationToken stop = default) => store.Write(async db =>
    {
        if (personId is not null && !(await db.Viewer(personId, stop)).IsAdministrator)
            throw new RefusedException(Refusal.Forbidden, "Administrators make spaces. Tell one what it is for.");
        var space = new Space(slug, name, purpose, tier, personId, clock.Now());
        if (await db.Spaces.AnyAsync(s => s.Slug == space.Slug, stop))
            throw new RefusedException(Refusal.Conflict, "There is a space with the address {0} already. Choose another.", space.Slug) { Field = "Slug" };

        db.Spaces.Add(space);
        await db.SaveChangesAsync(stop);
        if (personId is not null) db.Memberships.Add(new Membership(space.Id, personId.Value, true, personId, clock.Now()));
        await db.SaveChangesAsync(stop);
        return space.Slug;
    }, stop);
}
