using Community.Web.Answering;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what the pages about notes that answer questions need.</summary>
public static class AnsweringExtensions
{
    public static IServiceCollection AddAnswering(this IServiceCollection services) => services.AddScoped<AnsweringLoading>().AddScoped<TypedTopic>();
}
