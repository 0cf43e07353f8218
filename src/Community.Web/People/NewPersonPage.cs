namespace Community.Web.People;

/// <summary>The form for somebody new.</summary>
/// <param name="CanSend">The invitation goes by mail; else the administrator carries a link.</param>
public sealed record NewPersonPage(NewPersonForm Form, IReadOnlyList<string> Units, bool CanSend);
