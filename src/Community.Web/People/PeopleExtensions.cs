using Microsoft.AspNetCore.Authentication.Cookies;

namespace Community.Web.People;

/// <summary>Puts accounts, sessions and set-up into the program.</summary>
public static class PeopleExtensions
{
    public static WebApplicationBuilder AddPeople(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        builder.Services.AddAuthorization();
        return builder;
    }

    /// <summary>What commands need of accounts.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services;

    public static IApplicationBuilder UsePeople(this IApplicationBuilder app) => app;
}
