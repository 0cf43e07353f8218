namespace Community.Web.People;

/// <summary>What somebody types to sign in.</summary>
public sealed record SignInForm
{
    public string? Email { get; init; }

    public string? Password { get; init; }

    /// <summary>Stay signed in on this device for 30 days.</summary>
    public bool Stay { get; init; }

    /// <summary>Where to go on, inside the site.</summary>
    public string? Return { get; init; } = "/";

    /// <summary>What was sent after the session had ended, see <see cref="Topics.KeptText"/>.</summary>
    public string? Kept { get; init; }
}
