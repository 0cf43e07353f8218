namespace Community.People;

/// <summary>What the setup page asks.</summary>
/// <param name="Name">The first administrator's.</param>
/// <param name="Institution">The institution's name.</param>
/// <param name="Address">The site's public address.</param>
public sealed record SetupAnswers(string Token, string Name, string Email, string Password, string Institution, string Address, SignUp SignUp, string Domains);
