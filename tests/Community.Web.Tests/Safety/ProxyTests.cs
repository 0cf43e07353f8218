using System.Net;

namespace Community.Web.Tests.Safety;

/// <summary>Cookies and addresses over plain http, over https, and behind a proxy. Here the proxy is the test, which speaks from 127.0.0.1.</summary>
public sealed class ProxyTests
{
    static readonly Dictionary<string, string?> Trusting = new() { ["Community:TrustedProxies"] = "127.0.0.1, 10.0.0.0/8" };

    [Fact]
    public async Task Over_https_every_cookie_belongs_to_this_host_alone()
    {
        await using var site = await RunningSite.Start(settings: Trusting);
        using var browser = Browser(site, "https", out var jar);

        await SignIn(browser, jar);
        await Post(browser, jar, "/account/preferences", ("Zone", "Europe/Berlin"));

        Assert.Equal(["__Host-form", "__Host-known", "__Host-said", "__Host-session"], jar.Keys.Order());
        Assert.All(jar.Values, header =>
        {
            foreach (var part in new[] { "; path=/", "; secure", "; httponly", "; samesite=" }) Assert.Contains(part, header, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("samesite=none", header, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", header, StringComparison.OrdinalIgnoreCase);
        });
        var page = await Get(browser, jar, "/account");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Your preferences are saved.", await page.Text(), StringComparison.Ordinal);
        Assert.Equal("max-age=31536000", page.Headers.GetValues("Strict-Transport-Security").Single());
    }

    [Fact]
    public async Task Over_plain_http_names_have_no_prefix_and_nothing_is_promised_for_later()
    {
        await using var site = await RunningSite.Start();
        using var browser = Browser(site, null, out var jar);

        await SignIn(browser, jar);

        Assert.Superset(new HashSet<string> { "form", "known", "session" }, jar.Keys.ToHashSet());
        Assert.DoesNotContain(jar.Keys, name => name.StartsWith("__", StringComparison.Ordinal));
        Assert.All(jar.Values, header => Assert.Contains("; httponly", header, StringComparison.OrdinalIgnoreCase));
        Assert.False((await Get(browser, jar, "/account")).Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("http", "https")]
    [InlineData("https", "http")]
    public async Task A_session_is_none_on_the_other_kind_of_connection_whatever_its_cookie_is_called(string begun, string used)
    {
        await using var site = await RunningSite.Start(settings: Trusting);
        using var first = Browser(site, begun, out var jar);
        await SignIn(first, jar);
        var value = jar[begun == "https" ? "__Host-session" : "session"].Split(';')[0].Split('=', 2)[1];
        using var same = Browser(site, begun, out _);
        using var other = Browser(site, used, out _);

        foreach (var name in new[] { "session", "__Host-session", "__host-session", "SESSION" })
            Assert.Equal((name, HttpStatusCode.NotFound), (name, (await Get(other, name, value)).StatusCode));
        foreach (var name in begun == "https" ? new[] { "session", "__host-session", "SESSION" } : ["__Host-session", "__host-session"])
            Assert.Equal((name, HttpStatusCode.NotFound), (name, (await Get(same, name, value)).StatusCode));
    }

    [Fact]
    public async Task The_headers_of_a_proxy_that_nobody_named_are_ignored()
    {
        foreach (var named in new[] { null, "10.0.0.0/8, 192.0.2.1", "::1" })
        {
            await using var site = await RunningSite.Start(settings: new() { ["Community:TrustedProxies"] = named });
            using var browser = Browser(site, "https", out var jar);
            browser.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");

            await SignIn(browser, jar);

            Assert.Contains("session", jar.Keys);
            Assert.DoesNotContain("evil.example", await (await Get(browser, jar, "/account")).Text(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Behind_a_named_proxy_people_are_counted_by_their_own_address()
    {
        await using var site = await RunningSite.Start(settings: new(Trusting) { ["Community:Limits:VisitorForms"] = "1" });

        Assert.Equal(HttpStatusCode.BadRequest, await From("2001:db8:7:7::1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await From("2001:db8:7:7:8000::2"));
        Assert.Equal(HttpStatusCode.BadRequest, await From("2001:db8:7:8::1"));
        // What the client itself claimed stands to the left of what the proxy saw.
        Assert.Equal(HttpStatusCode.TooManyRequests, await From("198.51.100.1, 2001:db8:7:8::1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await From("2001:db8:7:8::1, 10.1.2.3"));

        async Task<HttpStatusCode> From(string forwarded)
        {
            using var browser = site.Visitor();
            browser.DefaultRequestHeaders.Add("X-Forwarded-For", forwarded);
            return (await browser.PostBare("/link/none", [])).StatusCode;
        }
    }

    [Theory]
    [InlineData("library.example", null, true)]
    [InlineData("192.0.2.10:5000", null, true)]
    [InlineData("localhost:5000", null, false)]
    [InlineData("127.0.0.1:5000", null, false)]
    [InlineData("[::1]:5000", null, false)]
    [InlineData("library.example", "https", false)]
    public async Task The_sign_in_says_when_others_can_listen(string host, string? scheme, bool isSaid)
    {
        await using var site = await RunningSite.Start(settings: Trusting);
        using var browser = Browser(site, scheme, out _);
        browser.DefaultRequestHeaders.Host = host;

        Assert.Equal(isSaid, (await browser.Page("/sign-in")).Contains("This connection is not protected.", StringComparison.Ordinal));
        Assert.Equal(isSaid, (await browser.Page("/threads/1")).Contains("This connection is not protected.", StringComparison.Ordinal));
    }

    static HttpClient Browser(RunningSite site, string? scheme, out Dictionary<string, string> jar)
    {
        jar = [];
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.Address };
        if (scheme is not null) browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        return browser;
    }

    static async Task SignIn(HttpClient browser, Dictionary<string, string> jar) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(browser, jar, "/sign-in", ("email", RunningSite.EmailOf(RunningSite.Administrator)), ("password", RunningSite.Password))).StatusCode);

    static async Task<HttpResponseMessage> Post(HttpClient browser, Dictionary<string, string> jar, string path, params (string Name, string Value)[] fields)
    {
        var page = await (await Get(browser, jar, path == "/sign-in" ? path : "/account")).Text();
        const string before = "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"";
        var start = page.IndexOf(before, StringComparison.Ordinal) + before.Length;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("__RequestVerificationToken", page[start..page.IndexOf('"', start)])]),
        };
        return await Send(browser, jar, request);
    }

    static async Task<HttpResponseMessage> Get(HttpClient browser, Dictionary<string, string> jar, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        return await Send(browser, jar, request);
    }

    static async Task<HttpResponseMessage> Get(HttpClient browser, string name, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/account", UriKind.Relative));
        request.Headers.Add("Cookie", $"{name}={value}");
        return await browser.SendAsync(request);
    }

    /// <summary>Keeps cookies as they are named, which no cookie container of .NET does over http.</summary>
    static async Task<HttpResponseMessage> Send(HttpClient browser, Dictionary<string, string> jar, HttpRequestMessage request)
    {
        if (jar.Count > 0) request.Headers.Add("Cookie", string.Join("; ", jar.Values.Select(header => header.Split(';')[0])));
        var answer = await browser.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var headers))
            foreach (var header in headers) jar[header.Split('=')[0]] = header;
        return answer;
    }
}
