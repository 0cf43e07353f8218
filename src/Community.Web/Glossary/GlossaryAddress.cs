using Community.Web.Frame;

namespace Community.Web.Glossary;

/// <summary>Where a term stands.</summary>
public static class GlossaryAddress
{
    /// <summary><c>/glossary/17/interlibrary-loan</c>.</summary>
    public static string Of(long id, string name) => FormattableString.Invariant($"/glossary/{id}/{Slug.Of(name)}");
}
