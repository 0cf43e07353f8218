namespace Community.People;

/// <summary>A one-time link as it is shown or mailed, once.</summary>
/// <param name="Address">Absolute, from the institution's public address; from the root where none is set yet.</param>
public sealed record MadeLink(string Address, DateTime ExpiresAt);
