using Microsoft.AspNetCore.Identity;

namespace Community.People;

/// <summary>What signs in: mail address, password, second factors. Everything else refers to the <see cref="Person"/>.</summary>
public sealed class Account : IdentityUser<long>
{
    public long PersonId { get; set; }

    /// <summary>An account for this address. It signs in once it has a password.</summary>
    /// <param name="email">From <see cref="EmailAddress.Of"/>.</param>
    public static Account For(Person person, string email) => new()
    {
        PersonId = person.Id,
        UserName = EmailAddress.Normal(email),
        NormalizedUserName = EmailAddress.Normal(email),
        Email = email,
        NormalizedEmail = EmailAddress.Normal(email),
        SecurityStamp = Secret.New(),
    };

    /// <summary>Takes a hash from <see cref="Passwords"/>. What was signed in with the old one ends by the verb.</summary>
    public void TakePassword(string hash)
    {
        PasswordHash = hash;
        SecurityStamp = Secret.New();
        ConcurrencyStamp = Guid.NewGuid().ToString();
    }
}
