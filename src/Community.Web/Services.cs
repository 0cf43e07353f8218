using Community.Events;
using Community.Experts;
using Community.Files;
using Community.Glossary;
using Community.Notes;
using Community.Notes.Care;
using Community.Notes.Lineage;
using Community.Notes.Links;
using Community.Questions;
using Community.Questions.Asking;
using Community.Search;
using Community.Search.Routing;
using Community.Search.Asked;
using Community.Search.Gaps;
using Community.Search.Saved;
using Community.Spaces;
using Community.Spaces.Voices;
using Community.Store;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Community.Topics.Voices;
using Community.Trials;

namespace Community.Web;

/// <summary>Registers the community itself: the same for the server, the commands and the tests.</summary>
public static class Services
{
    /// <param name="postgres">PostgreSQL's connection string; null takes the setting.</param>
    public static IServiceCollection AddCommunity(this IServiceCollection services, DataFolder data, string? postgres = null)
    {
        services.AddSingleton(data);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new ContextFactory(data, postgres ?? provider.GetService<IConfiguration>()?["Community:Postgres"], provider.GetService<TimeProvider>()));
        services.AddSingleton<EventSignal>();
        services.AddSingleton<Whispers>();
        services.AddSingleton<AuditAnchor>();
        services.AddSingleton<CommunityStore>();
        services.AddSingleton<PostgresReach>();
        services.AddSingleton<LastEvent>();
        services.AddSingleton<Recent>();
        services.AddSingleton<KnownCommunity>();
        services.AddSingleton<KnownTopics>();
        services.AddSingleton<KnownKeepers>();
        services.AddSingleton<KnownQuotes>();
        services.AddSingleton<KnownGlossary>();
        services.AddSingleton<KnownTried>();
        services.AddSingleton<Migrator>();
        services.AddSingleton(provider => UploadLimits.Of(provider.GetService<IConfiguration>()));
        services.AddSingleton<FileStore>();
        services.AddSingleton<Pictures>();
        services.AddSingleton<AttachmentFiles>();
        services.AddSingleton<KnownGuards>().AddSingleton<KnownDisclaimers>().AddSingleton<KnownSpaceVoices>();
        services.AddSingleton<PostTexts>();
        services.AddTransient<ICarryOut, CarryOutPosts>().AddTransient<ICarryOut, CarryOutQuestions>().AddTransient<ICarryOut, CarryOutNotes>();
        services.AddSingleton<SearchIndex>();
        services.AddSingleton<SearchConsumer>();
        services.AddSingleton<IConsumer>(provider => provider.GetRequiredService<SearchConsumer>());
        services.AddScoped<Searcher>();
        services.AddScoped<DuplicateProposals>();
        services.AddScoped<WhoKnows>();
        services.AddScoped<PeopleWhoKnow>();
        services.AddSingleton<IKnowers, SearchedKnowers>();
        services.AddSingleton<Candidates>();
        services.AddScoped<LineageLoading>();
        services.AddSingleton<AskedLately>();
        services.AddSingleton<NoteSearch>();
        services.AddSingleton(provider => GapRules.Of(provider.GetService<IConfiguration>()));
        services.AddSingleton<Percolation>();
        services.AddSingleton(_ => new LinkProbe());
        services.AddScoped<WhileTyping>();
        services.AddScoped(provider => provider.GetRequiredService<ContextFactory>().CreateOpen());
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
