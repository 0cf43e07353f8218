using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.Handbooks;

/// <summary>Where pages go, and who is said to have written them.</summary>
static class MarkdownTarget
{
    const string Nobody = "somebody";

    /// <returns>The space's id; a missing one is made for all staff.</returns>
    public static Task<long> Space(CommunityStore store, string slug, string source, DateTime now) => store.Write(async db =>
    {
        if (await db.Spaces.Where(s => s.Slug == slug).Select(s => (long?)s.Id).FirstOrDefaultAsync() is { } there) return there;

        var title = source.Length == 0 ? slug : char.ToUpperInvariant(source[0]) + source[1..].Replace('-', ' ').Replace('_', ' ');
        var space = new Space(slug, title.Length > 100 ? slug : title, "", Tier.Institution, null, now);
        db.Spaces.Add(space);
        await db.SaveChangesAsync();
        return space.Id;
    });

    /// <summary>The person with this address, who has to be able to write in the space; without one, a person made for this folder.</summary>
    /// <exception cref="RefusedException">There is no such account, or it may not write there.</exception>
    public static async Task<long> Author(CommunityStore store, string? email, long spaceId, string source, DateTime now)
    {
        if (email is null) return await store.Write(db => Somebody(db, source, now));

        var normal = EmailAddress.Normal(email);
        return await store.Read(async db =>
        {
            var personId = await db.Accounts.Where(a => a.NormalizedEmail == normal).Select(a => (long?)a.PersonId).FirstOrDefaultAsync()
                ?? throw new RefusedException(Refusal.Invalid, "There is no account with the address {0}. `person add` makes one.", email);
            return (await db.Viewer(personId)).May(Act.StartTopic, spaceId)
                ? personId
                : throw new RefusedException(Refusal.Forbidden, "{0} may not write in this space. Bring that person in first, or choose another.", email);
        });
    }

    static async Task<long> Somebody(CommunityContext db, string source, DateTime now)
    {
        var key = "markdown " + source;
        if (await db.ExternalIdentities.AsNoTracking().Where(i => i.Source == key && i.ExternalId == Nobody).Select(i => (long?)i.PersonId).FirstOrDefaultAsync() is { } known) return known;

        var person = Person.Imported(source, now, now);
        db.ExternalIdentities.Add(new ExternalIdentity(person, key, Nobody, null));
        await db.SaveChangesAsync();
        return person.Id;
    }
}
