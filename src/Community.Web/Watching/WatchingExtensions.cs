using Community.Web.Watching;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what the pages about following need.</summary>
public static class WatchingExtensions
{
    public static IServiceCollection AddWatching(this IServiceCollection services) => services.AddScoped<WatchLoading>().AddScoped<Community.Web.Notifications.LaterTimes>();
}
