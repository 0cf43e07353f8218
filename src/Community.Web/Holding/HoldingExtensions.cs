using Community.Web.Holding;
using Community.Web.Voices;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what the pages about voices and about what waits need.</summary>
public static class HoldingExtensions
{
    public static IServiceCollection AddHolding(this IServiceCollection services) => services.AddScoped<SubmissionLoading>().AddScoped<FoundLoading>().AddScoped<VoiceLoading>();
}
