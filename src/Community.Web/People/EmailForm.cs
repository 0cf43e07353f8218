namespace Community.Web.People;

/// <summary>A form that asks for a mail address only.</summary>
public sealed record EmailForm
{
    public string? Email { get; init; }
}
