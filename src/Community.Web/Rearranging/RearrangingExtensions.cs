using Community.Web.Rearranging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what pages need that say where posts went.</summary>
public static class RearrangingExtensions
{
    public static IServiceCollection AddRearranging(this IServiceCollection services) => services.AddScoped<RearrangedLoading>();
}
