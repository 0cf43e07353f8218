using Community.Web.Masks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what the pages about questions without a name need.</summary>
public static class MasksExtensions
{
    public static IServiceCollection AddMasks(this IServiceCollection services) => services.AddScoped<MaskLoading>();
}
