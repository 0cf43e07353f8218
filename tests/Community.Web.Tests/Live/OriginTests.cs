using System.Net;
using System.Net.WebSockets;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Community.Web.Frame;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Community.Web.Tests.Live;

public sealed class OriginTests(LiveVillage village) : IClassFixture<LiveVillage>
{
    /// <summary>Near misses of http://127.0.0.1:PORT, by what is put in place of it.</summary>
    public static TheoryData<string> Foreign => new("https://evil.example", "null", "", "http://127.0.0.1", "http://127.0.0.1:1", "https://127.0.0.1:{port}", "http://localhost:{port}", "http://a.127.0.0.1:{port}",
        "http://127.0.0.1:{port}.evil.example", "http://127.0.0.1:{port}/", "http://127.0.0.1:{port}0", "http://evil.example:{port}", "ws://127.0.0.1:{port}", "HTTP://127.0.0.1:{port}", "http://me@127.0.0.1:{port}", "http://127.0.0.1:{port} http://127.0.0.1:{port}");

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task A_foreign_or_nearly_right_origin_is_refused_on_every_transport(string origin)
    {
        origin = origin.Replace("{port}", village.Site.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var cookies = await village.Cookies("Alice Moreau");

        Assert.Equal(HttpStatusCode.Forbidden, await Socket(cookies, origin));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(HttpMethod.Post, "/live/negotiate?negotiateVersion=1", cookies, origin));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(HttpMethod.Get, "/live?id=1", cookies, origin));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(HttpMethod.Post, "/live?id=1", cookies, origin));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(HttpMethod.Options, "/LIVE/negotiate", cookies, origin));
        Assert.Equal(HttpStatusCode.Forbidden, await Socket(new CookieContainer(), origin));
    }

    [Fact]
    public async Task Two_origins_are_as_bad_as_none_of_ours()
    {
        using var browser = Browser(await village.Cookies("Alice Moreau"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/live/negotiate");
        request.Headers.TryAddWithoutValidation("Origin", [Own, Own]);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Without_an_origin_a_cookie_alone_is_not_enough()
    {
        var cookies = await village.Cookies("Alice Moreau");

        Assert.Equal(HttpStatusCode.Forbidden, await Socket(cookies, null));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(HttpMethod.Post, "/live/negotiate", cookies, null));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(HttpMethod.Post, "/live/negotiate", cookies, null, "Bearer nonsense"));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(HttpMethod.Post, "/live/negotiate?access_token=nonsense", cookies, null));
    }

    [Fact]
    public async Task The_own_origin_comes_in_with_a_session_and_not_without()
    {
        var cookies = await village.Cookies("Alice Moreau");

        Assert.Equal(HttpStatusCode.SwitchingProtocols, await Socket(cookies, Own));
        Assert.Equal(HttpStatusCode.OK, await Send(HttpMethod.Post, "/live/negotiate?negotiateVersion=1", cookies, Own));
        Assert.Equal(HttpStatusCode.Unauthorized, await Socket(new CookieContainer(), Own));
        Assert.Equal(HttpStatusCode.Unauthorized, await Socket(new CookieContainer(), null));
        Assert.Equal(HttpStatusCode.Unauthorized, await Send(HttpMethod.Post, "/live/negotiate", new CookieContainer(), Own));
    }

    [Fact]
    public async Task A_token_needs_no_origin_but_a_foreign_one_is_refused_all_the_same()
    {
        await using var site = new RunningSite
        {
            Configure = builder => builder.Services.AddAuthentication(options => options.DefaultAuthenticateScheme = "TestToken")
                .AddScheme<AuthenticationSchemeOptions, TestToken>("TestToken", null),
        };
        await site.InitializeAsync();
        using var program = new HttpClient { BaseAddress = site.Address };
        program.DefaultRequestHeaders.Add("Authorization", $"Bearer {site.AdministratorId}");

        Assert.Equal(HttpStatusCode.OK, (await program.PostAsync(new Uri("/live/negotiate?negotiateVersion=1", UriKind.Relative), null)).StatusCode);
        program.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await program.PostAsync(new Uri("/live/negotiate?negotiateVersion=1", UriKind.Relative), null)).StatusCode);
    }

    string Own => village.Site.Address.GetLeftPart(UriPartial.Authority);

    async Task<HttpStatusCode> Socket(CookieContainer cookies, string? origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = cookies;
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);
        try
        {
            await socket.ConnectAsync(new Uri($"ws://{village.Site.Address.Authority}/live"), TestContext.Current.CancellationToken);
        }
        catch (WebSocketException)
        {
            // The status says why.
        }

        return socket.HttpStatusCode;
    }

    async Task<HttpStatusCode> Send(HttpMethod method, string path, CookieContainer cookies, string? origin, string? authorization = null)
    {
        using var browser = Browser(cookies);
        using var request = new HttpRequestMessage(method, path);
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin);
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return (await browser.SendAsync(request)).StatusCode;
    }

    HttpClient Browser(CookieContainer cookies) => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = village.Site.Address };

    /// <summary>Stands for personal tokens: who the bearer says, they are.</summary>
    sealed class TestToken(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers.Authorization.ToString().Split(' ') is not [_, var person]) return Task.FromResult(AuthenticateResult.NoResult());

            var identity = new ClaimsIdentity([new Claim(CurrentViewer.PersonClaim, person)], Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }
}
