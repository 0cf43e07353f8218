namespace Community.Web.People;

/// <summary>The answer to whoever asked for a mail: the same whether there is an account or not.</summary>
public sealed record Asked(string Email);
