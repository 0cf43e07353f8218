using System.Net;
using Community.Web.Frame;
using Community.Web.Running;
using Community.Web.Tests.Gate;

namespace Community.Web.Tests.Safety;

/// <summary>Whoever does too much is told to wait, and loses no text.</summary>
public sealed class LimitTests
{
    const string Typed = "An hour's work that must not be lost.";

    [Fact]
    public void The_limits_are_what_the_read_me_promises()
    {
        Assert.Equal((120, TimeSpan.FromMinutes(1)), (Limits.Writes.Times, Limits.Writes.Within));
        Assert.True(Limits.VisitorSearches.Times < Limits.Searches.Times && Limits.SmallActs.Times > Limits.Writes.Times);
        Assert.Equal(Limits.All.Count, Limits.All.Select(limit => limit.Name).Distinct().Count());
    }

    [Fact]
    public async Task Every_address_that_changes_something_is_counted_and_keeps_the_text()
    {
        await using var site = await With(("Writes", 1), ("SmallActs", 1), ("Uploads", 1));
        foreach (var address in Endpoints.Of(site).Where(address => address.Method != "GET" && address.Template != "/status/{code:int}" && !address.Template.StartsWith("/api/", StringComparison.Ordinal)))
        {
            // Somebody new for each, so that nothing else has been counted.
            using var browser = await site.SignedIn($"Person {address.GetHashCode():x}");
            var path = address.Fill(place => place is "slug" or "tag" or "secret" ? "none" : place == "kind" ? "thread" : place == "id" && address.Template.Contains("sessions", StringComparison.Ordinal) ? Guid.NewGuid().ToString() : "1");
            await browser.Send(address.Method, path, Typed);
            var second = await browser.Send(address.Method, path, Typed);

            Assert.Equal((address, HttpStatusCode.TooManyRequests), (address, second.StatusCode));
            Assert.InRange(second.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
            var page = await second.Text();
            Assert.Contains("Those were many requests in a short time.", page, StringComparison.Ordinal);
            Assert.Contains(Typed, page, StringComparison.Ordinal);
            Assert.DoesNotContain("a password of mine", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task People_are_counted_one_by_one_and_small_acts_apart()
    {
        await using var site = await With(("Writes", 2));
        using var ann = await site.SignedIn("Ann Quick");
        using var ben = await site.SignedIn("Ben Slow");

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++) statuses.Add((await ann.Send("POST", "/topics/1/posts", Typed)).StatusCode);

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests], statuses);
        Assert.Equal(HttpStatusCode.BadRequest, (await ann.Send("POST", "/preview", Typed)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await ben.Send("POST", "/topics/1/posts", Typed)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await ann.Status("/threads"));
    }

    [Fact]
    public async Task Searching_is_counted_too_and_more_strictly_without_an_account()
    {
        await using var site = await With(("Searches", 6), ("VisitorSearches", 2));
        using var member = await site.SignedIn("Sara Seeks");
        using var visitor = site.Visitor();

        Assert.Equal("200 200 429", await Searches(visitor, 3));
        Assert.Equal("200 200 200 200 200 200 429", await Searches(member, 7));
        // A kept answer costs nothing and is not counted; this one was not asked for yet.
        var refused = await visitor.GetAsync(new Uri("/search?q=another", UriKind.Relative));
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains("Too fast", await refused.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await visitor.Status("/"));
    }

    [Fact]
    public async Task A_minute_of_fast_typing_never_meets_a_limit_and_no_end_of_it_does()
    {
        // A key every 80 ms, longer than which the panel waits, for a minute.
        Assert.True(Limits.Typing.Times >= 60_000 / 80 && Limits.Typing.Within == TimeSpan.FromMinutes(1));
        await using var site = await With(("Typing", 3), ("Searches", 1), ("VisitorSearches", 1));
        using var member = await site.SignedIn("Tara Types");
        using var visitor = site.Visitor();

        foreach (var browser in new[] { member, visitor })
        {
            var statuses = new List<HttpStatusCode>();
            for (var i = 0; i < 4; i++) statuses.Add(await browser.Status("/search/instant?q=" + new string('a', i + 1)));
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
            Assert.Equal(HttpStatusCode.OK, await browser.Status("/search?q=a"));
        }
    }

    [Fact]
    public async Task A_kept_answer_is_given_out_uncounted_and_every_other_search_is_counted()
    {
        await using var site = await With(("VisitorSearches", 3));
        await site.Quiet();
        using var visitor = site.Visitor();
        foreach (var kept in new[] { false, true, true, true, true })
        {
            var answer = await visitor.GetAsync(new Uri("/search?q=again", UriKind.Relative));
            Assert.Equal((HttpStatusCode.OK, kept), (answer.StatusCode, answer.Headers.Age is not null));
        }

        // Other words, other ways to take the page, and cookies that choose its look: each makes work and is counted.
        Assert.Equal(HttpStatusCode.OK, await Asked("/search?q=again&page=2"));
        Assert.Equal(HttpStatusCode.OK, await Asked("/search?q=again", "Accept-Encoding", "gzip;q=0.3"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Asked("/search?q=again", "Cookie", "theme=dark"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Asked("/search?q=again", "Cookie", "session=made-up"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Asked("/search?q=once+more"));

        async Task<HttpStatusCode> Asked(string path, string? header = null, string? value = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            if (header is not null) request.Headers.TryAddWithoutValidation(header, value);
            return (await visitor.SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task Forms_without_an_account_are_counted_by_address_whatever_a_header_says()
    {
        await using var site = await With(("VisitorForms", 3));
        var statuses = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            using var browser = site.Visitor();
            browser.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{i}");
            browser.DefaultRequestHeaders.Add("Forwarded", $"for=203.0.113.{i}");
            browser.DefaultRequestHeaders.Add("X-Real-IP", $"203.0.113.{i}");
            statuses.Add((int)(await browser.Send("POST", "/link/none", Typed)).StatusCode);
        }

        Assert.Equal([400, 400, 400, 429, 429], statuses);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:3::1", "2001:db8:1:3::/64")]
    [InlineData("fe80::1%3", "fe80::/64")]
    public void An_address_of_version_six_counts_as_its_network(string address, string counted) => Assert.Equal(counted, ClientAddress.Of(IPAddress.Parse(address)));

    [Theory]
    [InlineData("Community:Limits:Writes", "many")]
    [InlineData("Community:Limits:Searches", "0")]
    [InlineData("Community:TrustedProxies", "everybody")]
    public async Task A_setting_that_cannot_be_used_is_said_at_the_start(string setting, string value)
    {
        var refused = await Assert.ThrowsAsync<SettingException>(() => RunningSite.Start(settings: new() { [setting] = value }));
        Assert.Contains(setting, refused.Message, StringComparison.Ordinal);
    }

    static Task<RunningSite> With(params (string Name, int Times)[] limits) => RunningSite.Start(settings: limits.ToDictionary(limit => $"Community:Limits:{limit.Name}", limit => (string?)$"{limit.Times}"));

    static async Task<string> Searches(HttpClient browser, int times)
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++) statuses.Add((int)await browser.Status("/search?q=word" + i));
        return string.Join(' ', statuses);
    }
}

file static class Sending
{
    public static async Task<HttpResponseMessage> Send(this HttpClient browser, string method, string path, string text)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative)) { Content = new FormUrlEncodedContent([new("Body", text), new("Password", "a password of mine, long")]) };
        return await browser.SendAsync(request);
    }
}
