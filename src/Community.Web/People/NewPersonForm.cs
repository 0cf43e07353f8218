namespace Community.Web.People;

/// <summary>Somebody to be added.</summary>
public sealed record NewPersonForm
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    /// <summary>member, guest, moderator or administrator.</summary>
    public string? Role { get; init; } = "member";

    public string? Unit { get; init; }
}
