using System.Net;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Feeds;

/// <summary>Feeds: what they hold, for whom, and when they say that nothing is new.</summary>
public sealed class FeedTests : IAsyncLifetime
{
    readonly RunningSite site = new();
    long writer;

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        writer = await site.Person("Wanda Writer");
        await site.Verb<MakeSpace>().Run(null, "open", "Open", "For all.", Tier.Public);
        await site.Verb<MakeSpace>().Run(null, "house", "House", "", Tier.Institution);
        await site.Verb<MakeSpace>().Run(null, "vault", "Vault", "", Tier.Unit);
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, "vault", writer, false);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_visitor_reads_what_is_open_and_a_person_what_is_theirs_at_their_own_address()
    {
        var open = await Start("open", "Hours on Sunday\u000b", "See [the list](/notes/1) & <b>more</b>.", "hours");
        await Start("house", "Keys of the store", "Second drawer.");
        await Start("vault", "Code of the vault", "1234.");
        await site.Verb<AddPost>().Run(writer, open, Part.Reply, null, "Closed at Easter.");
        await site.Quiet();

        using var visitor = site.Visitor();
        var feed = await Atom(visitor, "/feed.atom");
        Assert.Equal(["Hours on Sunday"], feed.Items.Select(item => item.Title.Text));
        Assert.Contains($"href=\"{site.Address.ToString().TrimEnd('/')}/notes/1\"", ((TextSyndicationContent)feed.Items.Single().Content).Text, StringComparison.Ordinal);
        Assert.Equal(("Wanda Writer", "hours"), (feed.Items.Single().Authors.Single().Name, feed.Items.Single().Categories.Single().Name));
        foreach (var address in new[] { "/spaces/open/feed.atom", "/tags/hours/feed.atom", "/search/feed.atom?q=hours" }) Assert.Single((await Atom(visitor, address)).Items);
        Assert.Equal(["Reply: Hours on Sunday", "Hours on Sunday"], (await Atom(visitor, $"/topics/{open}/feed.atom")).Items.Select(item => item.Title.Text));
        foreach (var address in new[] { "/spaces/house/feed.atom", "/spaces/none/feed.json", "/feed.atom?key=none", "/feeds" }) Assert.Equal(HttpStatusCode.NotFound, await visitor.Status(address));

        var key = await Key(writer);
        Assert.Equal(["Code of the vault", "Keys of the store", "Hours on Sunday"], (await Atom(visitor, $"/feed.atom?key={key}")).Items.Select(item => item.Title.Text));
        // What an administrator reads by that alone is sent nowhere unasked.
        Assert.DoesNotContain("Code of the vault", (await Atom(visitor, $"/feed.atom?key={await Key(site.AdministratorId)}")).Items.Select(item => item.Title.Text));

        using var json = JsonDocument.Parse(await visitor.Raw($"/feed.json?key={key}"));
        Assert.Equal(("https://jsonfeed.org/version/1.1", 3), (json.RootElement.GetProperty("version").GetString(), json.RootElement.GetProperty("items").GetArrayLength()));
        Assert.DoesNotContain(key, await visitor.Raw($"/feed.json?key={key}"), StringComparison.Ordinal);

        await site.Verb<RenewFeedKey>().Run(writer);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.Status($"/feed.atom?key={key}"));
        key = await Key(writer);
        await site.Verb<ClosePerson>().Run(site.AdministratorId, writer);
        await site.Quiet();
        Assert.Equal(HttpStatusCode.NotFound, await visitor.Status($"/feed.atom?key={key}"));
    }

    [Fact]
    public async Task Nothing_new_is_said_in_one_line_and_what_is_taken_back_is_gone()
    {
        var topic = await Start("open", "Hours at Easter", "Closed.");
        await site.Quiet();
        using var visitor = site.Visitor();
        var first = await visitor.GetAsync(new Uri("/feed.atom", UriKind.Relative));
        var tag = first.Headers.ETag!.ToString();
        async Task<HttpStatusCode> Again()
        {
            using var again = new HttpRequestMessage(HttpMethod.Get, "/feed.atom");
            again.Headers.TryAddWithoutValidation("If-None-Match", tag);
            return (await visitor.SendAsync(again)).StatusCode;
        }

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, await Again()));
        await site.Verb<WithdrawPost>().Run(writer, await site.Store.Read(db => db.Posts.Where(p => p.TopicId == topic).Select(p => p.Id).SingleAsync()));
        await site.Quiet();
        Assert.Equal(HttpStatusCode.OK, await Again());
        Assert.Empty((await Atom(visitor, "/feed.atom")).Items);
    }

    async Task<string> Key(long person)
    {
        if (!await site.Store.Read(db => db.FeedKeys.AnyAsync(k => k.PersonId == person))) await site.Verb<RenewFeedKey>().Run(person);
        return await site.Store.Read(db => db.FeedKeys.Where(k => k.PersonId == person).Select(k => k.Secret).SingleAsync());
    }

    Task<long> Start(string space, string title, string text, params string[] tags) => site.Verb<StartTopic>().Run(writer, space, TopicKind.Thread, title, text, tags);

    static async Task<SyndicationFeed> Atom(HttpClient browser, string address)
    {
        using var xml = XmlReader.Create(new StringReader(await browser.Raw(address)));
        return SyndicationFeed.Load(xml);
    }
}
