using Community.Events;
using Community.Search;
using Community.Store;
using Community.Topics;

namespace Community.Web;

/// <summary>Registers the community itself: the same for the server, the commands and the tests.</summary>
public static class Services
{
    public static IServiceCollection AddCommunity(this IServiceCollection services, DataFolder data, string? postgres)
    {
        services.AddSingleton(data);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new ContextFactory(data, postgres));
        services.AddSingleton<EventSignal>();
        services.AddSingleton<CommunityStore>();
        services.AddSingleton<LastEvent>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<PostTexts>();
        services.AddSingleton<SearchIndex>();
        services.AddSingleton<SearchConsumer>();
        services.AddSingleton<IConsumer>(provider => provider.GetRequiredService<SearchConsumer>());
        services.AddScoped<Searcher>();
        services.AddScoped(provider => provider.GetRequiredService<ContextFactory>().Create());
        foreach (var verb in typeof(CommunityStore).Assembly.GetTypes().Where(IsVerb))
        {
            services.AddTransient(verb);
            if (verb.IsAssignableTo(typeof(ISweep))) services.AddTransient(typeof(ISweep), verb);
        }

        return services;
    }

    /// <summary>A verb is a sealed public class with one <c>Run</c>.</summary>
    static bool IsVerb(Type type) => type is { IsSealed: true, IsPublic: true, IsAbstract: false } && type != typeof(Migrator) && type.GetMethods().Count(m => m.Name == "Run" && m.DeclaringType == type) == 1;
}
