using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Gate;

[Collection(nameof(GateVillage))]
public sealed class HeaderTests(GateVillage village)
{
    [Theory]
    [InlineData("GET", "/", 200)]
    [InlineData("GET", "/sign-in", 200)]
    [InlineData("GET", "/no/such/page", 404)]
    [InlineData("GET", "/threads/99999999999999999999", 404)]
    [InlineData("GET", "/posts/1", 404)]
    [InlineData("GET", "/css/community.css", 200)]
    [InlineData("GET", "/js/none.js", 404)]
    [InlineData("GET", "/health/ready", 200)]
    [InlineData("POST", "/sign-in", 400)]
    [InlineData("PUT", "/sign-in", 405)]
    [InlineData("DELETE", "/", 405)]
    [InlineData("TRACE", "/", 405)]
    [InlineData("POST", "/live/negotiate", 403)]
    public async Task Every_answer_carries_the_security_headers(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (path.StartsWith("/live", StringComparison.Ordinal)) request.Headers.Add("Origin", "https://evil.example");

        var answer = await village[GateVillage.Visitor].SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
        Safe(answer);
    }

    [Fact]
    public async Task An_error_of_ours_carries_them_too_says_so_and_gives_nothing_away()
    {
        await using var broken = new RunningSite { Configure = builder => builder.Services.Configure<MvcOptions>(options => options.Filters.Add(new BreakingFilter())) };
        await broken.InitializeAsync();
        using var browser = broken.Visitor();

        var answer = await browser.GetAsync(new Uri("/sign-in?break=1", UriKind.Relative));

        var page = await answer.Text();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Safe(answer);
        Assert.Contains("Something broke", page, StringComparison.Ordinal);
        foreach (var word in new[] { "secret-in-the-message", "InvalidOperationException", "   at ", ".cs", "/tmp/" }) Assert.DoesNotContain(word, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_is_answered_like_get_on_every_page_and_without_a_body()
    {
        foreach (var path in new[] { "/", "/sign-in", "/threads", $"/threads/{village.Things[^1].TopicId}/-", "/no/such", "/css/community.css", "/health/live", $"/posts/{village.Things[0].PostId}", "/spaces/gate-public" })
        {
            var get = await village["member"].GetAsync(new Uri(path, UriKind.Relative));
            using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(path, UriKind.Relative));
            var head = await village["member"].SendAsync(request);

            Assert.Equal((path, get.StatusCode, get.Content.Headers.ContentType, get.Headers.Location), (path, head.StatusCode, head.Content.Headers.ContentType, head.Headers.Location));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
            Safe(head);
        }
    }

    [Fact]
    public async Task Pages_for_one_reader_are_kept_by_no_cache_between()
    {
        foreach (var path in new[] { "/", "/threads", "/account", "/notifications", "/spaces/gate-unit" })
        {
            var cache = (await village["member"].GetAsync(new Uri(path, UriKind.Relative))).Headers.CacheControl;
            Assert.True(cache is null or { Public: false, SharedMaxAge: null }, path);
            Assert.True(cache is { NoStore: true } or { NoCache: true } or { Private: true }, $"{path}: {cache}");
        }
    }

    static void Safe(HttpResponseMessage answer)
    {
        string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
        var policy = Header("Content-Security-Policy");
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
        Assert.Equal(("nosniff", "same-origin", "same-origin", "", ""), (Header("X-Content-Type-Options"), Header("Referrer-Policy"), Header("Cross-Origin-Opener-Policy"), Header("Server"), Header("X-Powered-By")));
    }
}
