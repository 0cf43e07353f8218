using Community.Governance;

namespace Community.Transfer;

/// <summary>The space that an import fills.</summary>
/// <param name="Slug">Its address; a missing space is made.</param>
/// <param name="Name">The name of a space that is made; derived from the site's when null.</param>
/// <param name="Tier">Who may read a space that is made; <see cref="Governance.Tier.Institution"/> when null.</param>
public sealed record ImportTarget(string Slug, string? Name = null, Tier? Tier = null);
