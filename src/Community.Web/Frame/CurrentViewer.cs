using System.Globalization;
using System.Security.Claims;
using Community.Governance;
using Community.Spaces;

namespace Community.Web.Frame;

/// <summary>Who makes this request. The same for the whole request.</summary>
public sealed class CurrentViewer(IHttpContextAccessor http, KnownCommunity known)
{
    /// <summary>The claim that holds the person's id.</summary>
    public const string PersonClaim = "person";

    Viewer? viewer;

    public async ValueTask<Viewer> Get() => viewer ??= await known.Viewer(PersonIdOf(http.HttpContext?.User));

    /// <summary>Everything in this request, or in a scope without one, is read as this person from now on. It gives no right to write.</summary>
    public void ReadAs(Viewer reader) => viewer = reader;

    /// <summary>The person's id.</summary>
    /// <exception cref="RefusedException">Nobody is signed in.</exception>
    public long PersonId => PersonIdOf(http.HttpContext?.User) ?? throw new RefusedException(Refusal.NotFound, "Sign in first.");

    public static long? PersonIdOf(ClaimsPrincipal? user) =>
        long.TryParse(user?.FindFirstValue(PersonClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
