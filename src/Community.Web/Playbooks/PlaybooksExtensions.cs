using Community.Web.Playbooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what the pages about playbooks need.</summary>
public static class PlaybooksExtensions
{
    public static IServiceCollection AddPlaybooks(this IServiceCollection services) => services.AddScoped<PlaybookReading>().AddScoped<RunReading>().AddScoped<RunLoading>().AddScoped<TypedDoer>().AddScoped<PlaybookWords>();
}
