using Community.People.Guests;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>Whether an address and a password belong together. Unknown, closed and wrong look alike, and cost one hash each.</summary>
public sealed class CheckPassword(CommunityStore store, Passwords passwords)
{
    /// <returns>Null when they do not.</returns>
    /// <exception cref="RefusedException">Too many are signing in at this moment.</exception>
    public async Task<KnownAccount?> Run(string? email, string? password, CancellationToken stop = default)
    {
        var normal = EmailAddress.Normal(email);
        var found = await store.Read(db =>
        {
            var people = db.PeopleWithAccess();
            return db.Accounts.Where(a => a.NormalizedEmail == normal)
                .Select(a => new { a.PersonId, a.PasswordHash, a.SecurityStamp, IsOpen = people.Any(p => p.Id == a.PersonId) })
                .FirstOrDefaultAsync(stop);
        });

        var matches = await passwords.Matches(found?.PasswordHash, password is { Length: <= PasswordRules.MaxLength * 2 } ? password : "", stop);
        return matches && found is { IsOpen: true } ? new KnownAccount(found.PersonId, found.SecurityStamp!) : null;
    }
}
