using Community.Notifications.Pushing;
using Community.Web.Pushing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what pushes need.</summary>
public static class PushingExtensions
{
    public static IServiceCollection AddPushing(this IServiceCollection services) => services
        .AddSingleton(provider => PushSettings.Of(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton(provider => new PushSender(provider.GetRequiredService<PushSettings>()))
        .AddSingleton<IWritePushes, PushComposer>()
        .AddScoped<PushWriting>()
        .AddHostedService<PushQueue>();
}
