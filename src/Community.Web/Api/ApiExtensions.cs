using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;

namespace Community.Web.Api;

/// <summary>Puts the JSON API into the program.</summary>
public static class ApiExtensions
{
    public const string Path = "/api";

    const string TokenOrCookie = "TokenOrCookie";

    public static WebApplicationBuilder AddApi(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddAuthentication(options => options.DefaultAuthenticateScheme = TokenOrCookie)
            .AddScheme<AuthenticationSchemeOptions, BearerToken>(BearerToken.SchemeName, null)
            .AddPolicyScheme(TokenOrCookie, null, options => options.ForwardDefaultSelector = BearerToken.SchemeFor);
        // A live line's address may hold a token, and this logger writes addresses whole.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.Converters.Add(new WordConverters());
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddScoped<TopicAnswers>();
        services.AddScoped<PostAnswers>();
        services.AddScoped<TopicReading>();
        services.AddScoped<EventAnswers>();
        return builder.AddApiDescription();
    }

    /// <summary>Everything below <see cref="Path"/> is answered as a program expects it. Call it inside the pages for errors and after routing.</summary>
    public static IApplicationBuilder UseApi(this IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Path), api => api.UseMiddleware<ApiProblems>().UseMiddleware<ApiDoor>());

    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Path + "/v1").Refuses(400, 401, 404, 429, 500, 503);
        SpacesApi.Map(api.MapGroup("").WithTags("Spaces"));
        ChecksApi.Map(api.MapGroup("").WithTags("Topics"));
        DisputesApi.Map(api.MapGroup("").WithTags("Topics"));
        TopicsApi.Map(api.MapGroup("").WithTags("Topics"));
        DuplicatesApi.Map(api.MapGroup("").WithTags("Topics"));
        PostsApi.Map(api.MapGroup("").WithTags("Posts"));
        RevisionsApi.Map(api.MapGroup("").WithTags("Posts"));
        ReportsApi.Map(api.MapGroup("").WithTags("Reports"));
        TrialsApi.Map(api.MapGroup("").WithTags("Trials"));
        NotesApi.Map(api.MapGroup("").WithTags("Notes"));
        SourcesApi.Map(api.MapGroup("").WithTags("Notes"));
        SuggestionsApi.Map(api.MapGroup("").WithTags("Suggestions"));
        BenchApi.Map(api.MapGroup("").WithTags("Bench"));
        SearchApi.Map(api.MapGroup("").WithTags("Search"));
        GlossaryApi.Map(api.MapGroup("").WithTags("Glossary"));
        PathsApi.Map(api.MapGroup("").WithTags("Paths"));
        AskingApi.Map(api.MapGroup("").WithTags("Asking"));
        MasksApi.Map(api.MapGroup("").WithTags("Asking"));
        AnsweringApi.Map(api.MapGroup("").WithTags("Answering"));
        NoteAnswersApi.Map(api.MapGroup("").WithTags("Asking"));
        FindsApi.Map(api.MapGroup("").WithTags("Asking"));
        PlaybooksApi.Map(api.MapGroup("").WithTags("Playbooks"));
        EventsApi.Map(api.MapGroup("").WithTags("Events"));
        app.MapApiDescription();
        return app;
    }
}
