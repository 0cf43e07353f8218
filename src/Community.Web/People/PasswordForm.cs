namespace Community.Web.People;

/// <summary>The old password and a new one.</summary>
public sealed record PasswordForm
{
    public string? Old { get; init; }

    public string? Password { get; init; }
}
