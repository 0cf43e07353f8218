using Community.People;

namespace Community.Web.People;

/// <summary>How a form names who may sign up.</summary>
public static class SignUpChoice
{
    /// <summary>closed, domains or open; anything else counts as closed.</summary>
    public static SignUp Of(string? word) => word switch
    {
        "domains" => SignUp.Domains,
        "open" => SignUp.Open,
        _ => SignUp.Closed,
    };

    public static string Word(SignUp choice) => choice switch
    {
        SignUp.Domains => "domains",
        SignUp.Open => "open",
        _ => "closed",
    };
}
