using Community.People;

namespace Community.Web.People;

/// <summary>A one-time link that still works.</summary>
public sealed record LinkPage(string Secret, OpenLink Link, LinkForm Form)
{
    public bool AsksName => Link.Purpose != LinkPurpose.ResetPassword;

    public bool AsksEmail => Link.Purpose == LinkPurpose.HandOver;
}
