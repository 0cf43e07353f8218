using Community.People;

namespace Community.Web.People;

/// <summary>Who may sign up, and what was typed.</summary>
/// <param name="CanSend">Without a mail server nobody signs up alone.</param>
public sealed record SignUpPage(SignUp SignUp, string Domains, bool CanSend, string? Email)
{
    public bool IsOpen => SignUp != SignUp.Closed && CanSend;
}
