namespace Community.Web.People;

/// <summary>What others see of somebody.</summary>
public sealed record ProfileForm
{
    public string? Name { get; init; }

    public string? Position { get; init; }

    /// <summary>Subjects, one a line.</summary>
    public string? AskMeAbout { get; init; }
}
