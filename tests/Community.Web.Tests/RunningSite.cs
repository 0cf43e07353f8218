using System.Collections.Concurrent;
using System.Net;
using Community.Events;
using Community.Governance;
using Community.People;
using Community.Search;
using Community.Store;
using Community.Web.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Community.Web.Tests;

/// <summary>The real site on a data folder of its own and a free port, set up with Ruth Mbeki as administrator. As a class fixture, or by <see cref="Start"/> where a test needs its own.</summary>
public sealed class RunningSite : IAsyncLifetime
{
    public const string Administrator = "Ruth Mbeki";
    public const string Password = "heron under the blue gate";

    /// <summary>A test asks more in a minute than people do; tests about limits set them.</summary>
    static readonly Dictionary<string, string?> NoRequestLimits = new[] { Limits.Writes, Limits.SmallActs, Limits.Uploads, Limits.Searches, Limits.VisitorSearches, Limits.VisitorForms }
        .ToDictionary(limit => $"Community:Limits:{limit.Name}", _ => (string?)"1000000");

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-site");
    readonly ConcurrentDictionary<string, long> people = new();

    /// <summary>Settings that the site starts with, such as <c>Community:Smtp:Host</c>.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    /// <summary>False leaves the site as it is on its first start.</summary>
    public bool IsSetUp { get; init; } = true;

    public Action<WebApplicationBuilder>? Configure { get; init; }

    public MovableClock Clock { get; } = new();

    public WebApplication App { get; private set; } = null!;

    public IServiceProvider Services => App.Services;

    public CommunityStore Store => Services.GetRequiredService<CommunityStore>();

    public Uri Address { get; private set; } = null!;

    public DataFolder Data { get; private set; } = null!;

    public long AdministratorId => people[Administrator];

    public static async Task<RunningSite> Start(bool isSetUp = true, Dictionary<string, string?>? settings = null)
    {
        var site = new RunningSite { IsSetUp = isSetUp };
        foreach (var (key, value) in settings ?? []) site.Settings[key] = value;
        await site.InitializeAsync();
        return site;
    }

    public async ValueTask InitializeAsync()
    {
        Data = new DataFolder(folder.FullName);
        await Open();
        if (!IsSetUp) return;

        people[Administrator] = await Verb<SetUpInstitution>().Run(new SetupAnswers(await File.ReadAllTextAsync(Data.SetupToken), Administrator, EmailOf(Administrator), Password, "University Library", Address.ToString().TrimEnd('/'), SignUp.Closed, ""));
    }

    /// <summary>Stops the program and starts it again on the same folder, at the same address.</summary>
    public async Task Restart()
    {
        await App.DisposeAsync();
        await Open();
    }

    public T Verb<T>() where T : notnull => Services.CreateScope().ServiceProvider.GetRequiredService<T>();

    /// <summary>Waits until every consumer has read the whole log.</summary>
    public async Task Quiet()
    {
        var names = Services.GetServices<IConsumer>().OfType<StoredConsumer>().Select(consumer => consumer.Name).ToList();
        await Until("every consumer has read the log", async db =>
        {
            var last = await db.Events.MaxAsync(e => e.Id);
            return await db.Checkpoints.AllAsync(c => c.EventId >= last || !names.Contains(c.Consumer)) && Services.GetRequiredService<SearchIndex>() is { CatchingUp: null } index && (index.Checkpoint is not { } found || found >= last);
        });
    }

    /// <summary>Waits, at most a minute, until something holds in the store.</summary>
    public async Task Until(string claim, Func<CommunityContext, Task<bool>> holds)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await Store.Read(holds)) return;
            await Task.Delay(100);
        }

        Assert.Fail($"After a minute it does not hold that {claim}.");
    }

    /// <summary>Adds somebody who can sign in, once; the role counts the first time.</summary>
    public async Task<long> Person(string name, Role role = Role.Member, string? unit = null)
    {
        if (people.TryGetValue(name, out var known)) return known;

        return people[name] = (await Verb<AddPerson>().Run(null, name, EmailOf(name), role, unit, Password)).Id;
    }

    public static string EmailOf(string name) => Folded.Of(name).Replace(' ', '.') + "@library.example";

    /// <summary>A browser without a session. It follows no redirects and keeps cookies.</summary>
    public HttpClient Visitor() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { BaseAddress = Address };

    /// <summary>A browser in which this person has signed in through the page; made as a member where there is none.</summary>
    public async Task<HttpClient> SignedIn(string name = Administrator, Role role = Role.Member)
    {
        await Person(name, role);
        var browser = Visitor();
        var answer = await browser.PostForm("/sign-in", [("email", EmailOf(name)), ("password", Password)]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        // A merge of the index that was cut off may take its files away meanwhile.
        for (var tries = 0; Directory.Exists(folder.FullName); tries++)
        {
            try
            {
                folder.Delete(recursive: true);
            }
            catch (IOException) when (tries < 50)
            {
                await Task.Delay(100);
            }
        }
    }

    async Task Open()
    {
        App = Site.Build(Data, [Address?.ToString() ?? "http://127.0.0.1:0"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(NoRequestLimits);
            builder.Configuration.AddInMemoryCollection(Settings);
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(Clock);
            // Real hashes, but cheap ones: most tests are about something else.
            builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
            Configure?.Invoke(builder);
        });
        await Services.GetRequiredService<Migrator>().Run();
        await App.StartAsync();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }
}
