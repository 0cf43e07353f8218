using Community.Events;
using Community.Notes.Lineage;
using Community.Questions;
using Community.Search.Asked;
using Community.Search.Gaps;
using Community.Search.Saved;
using Community.Store;
using Community.Web.Api;
using Community.Web.Assets;
using Community.Web.Care;
using Community.Web.Combining;
using Community.Web.Frame;
using Community.Web.Gaps;
using Community.Web.Glossary;
using Community.Web.Home;
using Community.Web.Live;
using Community.Web.NoteLinks;
using Community.Web.Notes;
using Community.Web.Offline;
using Community.Web.People;
using Community.Web.Reports;
using Community.Web.Running;
using Community.Web.SavedSearches;
using Community.Web.Spaces;
using Community.Web.Topics;
using Community.Web.Policies;
using Community.Web.Trials;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.Localization;

namespace Community.Web;

/// <summary>The site: what is registered, and the order in which a request passes.</summary>
public static class Site
{
    /// <summary>Builds it on a data folder. Nothing is started or migrated yet.</summary>
    /// <exception cref="SettingException">A setting cannot be used.</exception>
    public static WebApplication Build(DataFolder data, IReadOnlyList<string> urls, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [], ApplicationName = "Community.Web", ContentRootPath = AppContext.BaseDirectory });
        Settings.KeepShared(builder.Configuration);
        builder.AddAssets();
        if (urls.Count > 0) builder.WebHost.UseUrls([.. urls]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = BodyLimit.MaxBytes);

        builder.Services.AddCommunity(data);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<CurrentViewer>();
        builder.Services.AddScoped<FramePage>();
        builder.Services.AddScoped<Marks>();
        builder.Services.AddSingleton<KnownLists>();
        builder.Services.AddSingleton<KnownPosts>();
        builder.Services.AddScoped<TopicListing>();
        builder.Services.AddScoped<GlossaryListing>();
        builder.Services.AddScoped<Looks>();
        builder.Services.AddScoped<MoveTargets>();
        builder.Services.AddSingleton<NoteContents>();
        builder.Services.AddScoped<TopicLoading>();
        builder.Services.AddScoped<DraftLoading>();
        builder.Services.AddScoped<DraftMarks>();
        builder.Services.AddScoped<EvidenceLoading>();
        builder.Services.AddScoped<ReportLoading>();
        builder.Services.AddScoped<TaskListing>();
        builder.Services.AddScoped<TrialListing>();
        builder.Services.AddScoped<TrialLoading>();
        builder.Services.AddScoped<PolicyLoading>();
        builder.Services.AddScoped<ChoreCounting>();
        builder.Services.AddScoped<PostLoading>();
        builder.Services.AddScoped<Revising>();
        builder.Services.AddScoped<AttachmentLoading>();
        builder.Services.AddSingleton<NoteAnchors>();
        builder.Services.AddScoped<NoteLinkLoading>();
        builder.Services.AddScoped<BackLinks>();
        builder.Services.AddScoped<NoteMarkdown>();
        builder.Services.AddScoped<NoteTies>();
        builder.Services.AddScoped<MergeLoading>();
        builder.Services.AddScoped<VariantLoading>();
        builder.Services.AddSingleton<KnownFaces>();
        // How much may come is said by each action and held by the server.
        builder.Services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = long.MaxValue);
        builder.Services.AddLocalization();
        builder.Services.AddSingleton(typeof(IStringLocalizer<>), typeof(RememberedTexts<>));
        builder.Services.AddOutputCache(options =>
        {
            options.SizeLimit = OpenPages.MaxBytes;
            options.AddPolicy(OpenPages.Name, policy => policy.AddPolicy<OpenPages>(), excludeDefaultPolicy: true);
        });
        builder.Services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new AreaViews()));
        builder.Services.AddControllersWithViews(options =>
        {
            options.ModelBinderProviders.Insert(0, new LineFeeds());
            options.Filters.Add<UnreadableFormFilter>();
            options.Filters.Add<RefusalFilter>();
            options.Filters.Add<SignedOutFilter>();
            options.Filters.Add<KeptOnDevice>();
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            options.MaxModelBindingCollectionSize = 100;
            // A field of a form must not name another post than the address does.
            options.ValueProviderFactories.RemoveType<RouteValueProviderFactory>();
            options.ValueProviderFactories.Insert(0, new RouteValueProviderFactory());
            // These read brackets in names as another library writes them, and throw on one that is not closed.
            options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
            options.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
            options.Conventions.Add(new FormAgainIsNoAction());
        });
        // Said by our policy for every page; here it would only tell whether a cookie was new.
        builder.Services.AddAntiforgery(options => (options.SuppressXFrameOptionsHeader, options.Cookie.Name) = (true, "form"));
        builder.Services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = "said");
        builder.AddPeople();
        builder.Services.AddHostedService<EventLoop>();
        builder.Services.AddHostedService<PostgresListener>();
        builder.Services.AddHostedService<Sweeper>();
        builder.Services.AddSingleton<WriteSearches>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<WriteSearches>());
        builder.Services.AddSingleton<IConsumer, TellFinds>();
        builder.Services.AddSingleton<IConsumer, FollowQuestions>();
        builder.Services.AddSingleton<IConsumer, TakeOutPassages>();
        builder.Services.AddScoped<GapLoading>().AddScoped<OpenQuestions>().AddScoped<AskedAgain>().AddScoped<IAlsoAsked, AskedElsewhere>().AddScoped<IAlsoAsked, FoundInstead>().AddScoped<IAlsoAsked, HadByOthers>();
        builder.Services.AddScoped<Margins>();
        builder.Services.AddScoped<BenchLoading>();
        builder.Services.AddScoped<SuggestionReading>();
        builder.Services.AddScoped<PathReading>();
        builder.Services.AddScoped<StartHere>();
        builder.Services.AddScoped<Unclear>();
        builder.AddCare();
        builder.Services.AddAsking().AddNoteAnswers().AddWatching().AddFeeds().AddMailing().AddPushing();
        builder.Services.AddMasks().AddHolding().AddGuests().AddPrivacy().AddPlaybooks();
        builder.Services.AddScoped<RuleWords>();
        builder.Services.AddMasks().AddModerating();
        builder.Services.AddAnswers();
        builder.Services.AddRearranging();
        builder.Services.AddScoped<SavedSearchLoading>();
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
        builder.AddLive();
        builder.AddRunning();
        builder.AddApi();
        configure?.Invoke(builder);
        var warnings = SettingCheck.Run(builder.Configuration);
        builder.AddMetrics();
        builder.Services.AddRequestLimits(builder.Configuration);

        var app = builder.Build();
        foreach (var warning in warnings) app.Logger.LogWarning("{Warning}", warning);
        app.UseTrustedProxies();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<RequestEnding>();
        app.UseSecurityHeaders();
        app.UseMiddleware<HostCookies>();
        app.UseLastResort();
        app.UseExceptionHandler("/status/500");
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.UseHeadAsGet();
        app.UseMetrics();
        app.UseRouting();
        app.Use(RequestLog.Note);
        // Before what costs: a kept page is kept compressed.
        app.UseOutputCache();
        app.UseRequestLocalization(options => options.SetDefaultCulture("en-GB").AddSupportedCultures("en-GB").AddSupportedUICultures("en-GB"));
        app.UseResponseCompression();
        app.UseApi();
        app.UseMiddleware<BodyLimit>();
        app.UseAuthentication();
        app.UsePeople();
        app.UseLive();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.MapAssets();
        app.MapControllers();
        app.MapLive();
        app.MapApi();
        app.MapHealth();
        return app;
    }
}
