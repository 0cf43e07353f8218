using Community.Events;
using Community.Notifications;
using Community.Web.Notifications;

namespace Community.Web.Live;

/// <summary>Puts the live hub, its consumers and its door into the program.</summary>
public static class LiveExtensions
{
    public const string Path = "/live";

    /// <summary>An invocation names one id.</summary>
    const int MaxMessageBytes = 2_048;

    public static WebApplicationBuilder AddLive(this WebApplicationBuilder builder)
    {
        builder.Services.AddSignalR(options => options.MaximumReceiveMessageSize = MaxMessageBytes);
        builder.Services.AddSingleton<LiveFeed>();
        builder.Services.AddSingleton<LiveRights>();
        builder.Services.AddSingleton<LiveMissed>();
        builder.Services.AddSingleton<LiveNotices>();
        builder.Services.AddSingleton(provider => new Bells(provider.GetRequiredService<LiveNotices>()));
        builder.Services.AddSingleton<LiveEnding>();
        builder.Services.AddPresence();
        builder.Services.AddScoped<NoticeLoading>().AddScoped<NoticeActs>();
        builder.Services.AddSingleton<IConsumer, NotifyPeople>();
        builder.Services.AddSingleton<IConsumer, LiveConsumer>();
        builder.Services.AddSingleton<IConsumer>(provider => provider.GetRequiredService<LiveNotices>());
        builder.Services.AddHostedService(provider => provider.GetRequiredService<LiveEnding>());
        return builder;
    }

    /// <summary>Call it after authentication and before anything that answers.</summary>
    public static IApplicationBuilder UseLive(this IApplicationBuilder app) => app.UseMiddleware<LiveOrigin>();

    public static IEndpointRouteBuilder MapLive(this IEndpointRouteBuilder app)
    {
        app.MapHub<LiveHub>(Path, options => options.CloseOnAuthenticationExpiration = true);
        return app;
    }
}
