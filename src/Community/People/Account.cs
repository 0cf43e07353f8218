using Microsoft.AspNetCore.Identity;

namespace Community.People;

/// <summary>What signs in: mail address, password, second factors. Everything else refers to the <see cref="Person"/>.</summary>
public sealed class Account : IdentityUser<long>
{
    public long PersonId { get; set; }
}
