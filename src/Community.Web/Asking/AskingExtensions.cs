using Community.Web.Asking;
using Community.Web.Search;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what the pages about asking need.</summary>
public static class AskingExtensions
{
    public static IServiceCollection AddAsking(this IServiceCollection services) => services.AddScoped<AskingLoading>().AddScoped<UnansweredListing>().AddScoped<FindLoading>().AddScoped<SimilarLoading>().AddScoped<NeedLoading>();
}
