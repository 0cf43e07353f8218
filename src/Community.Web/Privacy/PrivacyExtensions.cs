using Community.Web.Privacy;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what the pages about privacy need.</summary>
public static class PrivacyExtensions
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services.AddScoped<DataClasses>().AddScoped<RetentionLoading>();
}
