using Community.Benchmarks.Making;
using Community.Store;
using Community.Web;
using Community.Web.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Community.Benchmarks.Running;

/// <summary>The cookie of the reader's session, as the site itself would write it: nobody in the generated community has a password.</summary>
static class Cookies
{
    public static async Task<string> Of(GeneratedCommunity community)
    {
        await using var site = Site.Build(new DataFolder(community.Data), []);
        var options = site.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var principal = SessionCookie.Principal(community.ReaderId, community.SessionId);
        var properties = new AuthenticationProperties { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddDays(300) };
        properties.SetString(SessionCookie.SchemeItem, "http");
        var ticket = new AuthenticationTicket(principal, properties, CookieAuthenticationDefaults.AuthenticationScheme);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }
}
