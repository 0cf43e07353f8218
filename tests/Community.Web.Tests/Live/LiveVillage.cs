using System.Collections.Concurrent;
using System.Net;
using Community.Events;
using Community.Governance;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Live;

/// <summary>A running site with the space "loans" for all staff and the space "staff-matters" for its members.</summary>
public sealed class LiveVillage : IAsyncLifetime
{
    readonly ConcurrentDictionary<string, CookieContainer> cookies = new();

    public RunningSite Site { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        await Site.Verb<MakeSpace>().Run(Site.AdministratorId, "loans", "Interlibrary loan", "Books that travel.", Tier.Institution);
        await Site.Verb<MakeSpace>().Run(Site.AdministratorId, "staff-matters", "Staff matters", "Not for all.", Tier.Unit);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    /// <summary>Signs the person in through the page, once.</summary>
    public async Task<CookieContainer> Cookies(string name, Role role = Role.Member)
    {
        if (cookies.TryGetValue(name, out var known)) return known;

        return cookies[name] = await NewCookies(name, role);
    }

    /// <summary>A session of its own.</summary>
    public async Task<CookieContainer> NewCookies(string name, Role role = Role.Member)
    {
        await Site.Person(name, role);
        var jar = new CookieContainer();
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = jar }) { BaseAddress = Site.Address };
        var answer = await browser.PostForm("/sign-in", [("email", RunningSite.EmailOf(name)), ("password", RunningSite.Password)]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return jar;
    }

    public async Task<LiveLine> Line(string name, Role role = Role.Member) => await LiveLine.Open(Site.Address, await Cookies(name, role));

    /// <summary>Starts a topic and lets the news of it pass, so that who watches now hears only of what comes.</summary>
    public async Task<long> Start(string by, string space = "loans", TopicKind kind = TopicKind.Thread, string body = "Somebody must know.")
    {
        var topic = await Site.Verb<StartTopic>().Run(await Site.Person(by), space, kind, "Who wraps wet volumes?", body, []);
        await Task.Delay(150);
        return topic;
    }

    public async Task<long> Reply(string by, long topicId, string body = "In blotting paper.", Part part = Part.Reply, long? parentId = null) =>
        await Site.Verb<AddPost>().Run(await Site.Person(by), topicId, part, parentId, body);

    public Task<List<Event>> EventsOf(long topicId) => Site.Store.Read(db => db.Events.AsNoTracking().Where(e => e.TopicId == topicId).OrderBy(e => e.Id).ToListAsync());
}
