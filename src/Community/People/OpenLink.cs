namespace Community.People;

/// <summary>What a link that still works is for. Reading it does not use it up.</summary>
/// <param name="PersonId">Null for a confirmation: nobody has been made yet.</param>
public sealed record OpenLink(LinkPurpose Purpose, long? PersonId, string Name, string Email, DateTime ExpiresAt);
