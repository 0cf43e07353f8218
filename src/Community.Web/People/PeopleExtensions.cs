using Community.Notifications;
using Community.Notifications.Replies;
using Community.People;
using Community.Store;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.People;

/// <summary>Puts accounts, sessions and set-up into the program.</summary>
public static class PeopleExtensions
{
    public static WebApplicationBuilder AddPeople(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        AddAccounts(services);
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme).Configure(SessionCookie.Configure);
        services.AddScoped<SessionCookie>();
        services.AddAuthorization();
        services.AddDataProtection().SetApplicationName("Community");
        services.AddOptions<KeyManagementOptions>().Configure<DataFolder, ContextFactory, IServiceProvider, ILoggerFactory>((keys, data, contexts, provider, log) =>
            keys.XmlRepository = contexts.IsSqlite ? new FileSystemXmlRepository(Directory.CreateDirectory(data.Keys), log) : new EntityFrameworkCoreXmlRepository<CommunityContext>(provider, log));
        // What a field needs is said by the verb, in a sentence of ours.
        services.Configure<MvcOptions>(options => options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true);

        services.AddSingleton(provider => SmtpSettings.Of(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton(provider => ImapSettings.Of(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<MailboxState>();
        services.AddSingleton<KnownBrowser>();
        services.AddSingleton<LiveSessions>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<AskingLimits>();
        services.AddScoped<Letters>();
        services.AddScoped<AccountLoading>();
        services.AddScoped<PeopleListing>();
        services.AddScoped<ManagedPersonLoading>();
        services.AddScoped<PersonLoading>();
        services.AddScoped<TypedName>();
        services.AddHostedService<Outbox>();
        services.AddHostedService<MailboxReader>();
        services.AddSingleton<Unhurried>();
        services.AddHostedService(provider => provider.GetRequiredService<Unhurried>());
        services.AddSingleton<SetupNotice>();
        services.AddHostedService(provider => provider.GetRequiredService<SetupNotice>());
        services.AddSingleton<SetupState>();
        services.AddScoped<Door>();
        return builder;
    }

    /// <summary>What commands need of accounts.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services) => PeopleServices.AddAccounts(services);

    public static IApplicationBuilder UsePeople(this IApplicationBuilder app) => app.UseMiddleware<SetupGate>();
}
