using System.Net;
using Community.Governance;
using Community.Spaces;
using Community.Tests;

namespace Community.Web.Tests.Nodes;

/// <summary>Two sites on one PostgreSQL database, each with a data folder of its own; the space "loans" for all staff.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    TestDatabase database = null!;

    public RunningSite First { get; private set; } = null!;

    public RunningSite Second { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (!TestDatabase.IsPostgres) return;

        database = await TestDatabase.MakePostgres(isEmpty: true);
        var settings = new Dictionary<string, string?> { ["Community:Postgres"] = database.Postgres };
        First = await RunningSite.Start(settings: settings);
        Second = await RunningSite.Start(isSetUp: false, settings: settings);
        await First.Verb<MakeSpace>().Run(First.AdministratorId, "loans", "Interlibrary loan", "Books that travel.", Tier.Institution);
    }

    /// <summary>Signs in on the first node and gives the cookies, which know no port.</summary>
    public async Task<CookieContainer> Cookies(string name)
    {
        await First.Person(name);
        var jar = new CookieContainer();
        using var browser = Browser(First, jar);
        var answer = await browser.PostForm("/sign-in", [("email", RunningSite.EmailOf(name)), ("password", RunningSite.Password)]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return jar;
    }

    public static HttpClient Browser(RunningSite site, CookieContainer jar) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = jar }) { BaseAddress = site.Address };

    public async ValueTask DisposeAsync()
    {
        if (!TestDatabase.IsPostgres) return;

        await Second.DisposeAsync();
        await First.DisposeAsync();
        await database.DisposeAsync();
    }
}
