using Community.Web.Frame;

namespace Community.Web.Policies;

/// <summary>Where policies stand.</summary>
public static class PolicyAddress
{
    public static string Of(long id, string title) => FormattableString.Invariant($"/policies/{id}/{Slug.Of(title)}");
}
