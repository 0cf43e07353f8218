using Community.Web.Experts;

namespace Community.Web.People;

/// <summary>Somebody's own account.</summary>
/// <param name="Sessions">Open ones, the last seen first, at most 50.</param>
/// <param name="Tokens">Working ones, the newest first, at most 50.</param>
/// <param name="UsedBytes">By attachments, of the quota.</param>
public sealed record AccountPage(long PersonId, string Email, ProfileForm Profile, PreferencesForm Preferences, IReadOnlyList<DeviceRow> Sessions, IReadOnlyList<TokenRow> Tokens, bool HasFace, long UsedBytes)
{
    /// <summary>Whether, and for what, the person is named as one who knows.</summary>
    public KnowingPart Knowing { get; init; } = new(false, []);

    /// <summary>The secret of a token that was made just now.</summary>
    public string? NewToken { get; init; }

    /// <summary>A name for a token, as it was typed.</summary>
    public string? TokenName { get; init; }
}

/// <summary>A token for the API.</summary>
/// <param name="SeenAt">Null before its first use.</param>
public sealed record TokenRow(long Id, string Name, DateTime CreatedAt, DateTime? SeenAt);

/// <summary>A device that is signed in.</summary>
public sealed record DeviceRow(Guid Id, string Device, DateTime Since, DateTime SeenAt, bool IsThis);
