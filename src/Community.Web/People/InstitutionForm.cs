using Microsoft.AspNetCore.Mvc;

namespace Community.Web.People;

/// <summary>The institution's settings.</summary>
public sealed record InstitutionForm
{
    public string? Name { get; init; }

    public string? PublicAddress { get; init; }

    /// <summary>closed, domains or open.</summary>
    [FromForm(Name = "sign-up")]
    public string? SignUp { get; init; }

    public string? Domains { get; init; }

    public string? Zone { get; init; }
}
