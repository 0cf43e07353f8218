namespace Community.Web.People;

/// <summary>What the page of a one-time link asks; which fields it shows depends on the link.</summary>
public sealed record LinkForm
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Password { get; init; }
}
