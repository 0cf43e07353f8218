namespace Community.People;

/// <summary>Whose address and password matched.</summary>
/// <param name="Stamp">The account's security stamp at that moment.</param>
public sealed record KnownAccount(long PersonId, string Stamp);
