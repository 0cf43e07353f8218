using Community.People;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.People;

/// <summary>What the setup page asks.</summary>
public sealed record SetupForm
{
    public string? Token { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Password { get; init; }

    public string? Institution { get; init; }

    public string? Address { get; init; }

    /// <summary>closed, domains or open.</summary>
    [FromForm(Name = "sign-up")]
    public string? SignUp { get; init; }

    public string? Domains { get; init; }

    public SetupAnswers Answers() => new(Token ?? "", Name ?? "", Email ?? "", Password ?? "", Institution ?? "", Address ?? "", SignUpChoice.Of(SignUp), Domains ?? "");
}
