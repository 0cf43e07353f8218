using Community.Web.Feeds;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what feeds need.</summary>
public static class FeedsExtensions
{
    public static IServiceCollection AddFeeds(this IServiceCollection services) => services.AddScoped<FeedLoading>();
}
