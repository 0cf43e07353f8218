namespace Community.Web.People;

/// <summary>Somebody's own account.</summary>
/// <param name="Sessions">Open ones, the last seen first, at most 50.</param>
/// <param name="UsedBytes">By attachments, of the quota.</param>
public sealed record AccountPage(long PersonId, string Email, ProfileForm Profile, PreferencesForm Preferences, IReadOnlyList<DeviceRow> Sessions, bool HasFace, long UsedBytes);

/// <summary>A device that is signed in.</summary>
public sealed record DeviceRow(Guid Id, string Device, DateTime Since, DateTime SeenAt, bool IsThis);
