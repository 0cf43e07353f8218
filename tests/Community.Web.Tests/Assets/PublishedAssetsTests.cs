using System.Net;
using System.Text.RegularExpressions;
using Community.Web.Assets;

namespace Community.Web.Tests.Assets;

/// <summary>Static files and headers of the published program.</summary>
public sealed partial class PublishedAssetsTests(PublishedProgram program) : IClassFixture<PublishedProgram>
{
    /// <summary>All that there are, also those that come only when somebody needs them (being without a line, presence, pushes); what a first visit fetches of them is at most 60 KB (FirstVisitTests).</summary>
    const int MaxScriptBytes = 80 * 1024;

    [Theory]
    [InlineData("css/tokens.css")]
    [InlineData("css/community.css")]
    [InlineData("js/app.js")]
    [InlineData("lib/turbo.js")]
    [InlineData("lib/icons.svg")]
    public async Task A_file_of_wwwroot_is_served_compressed_from_an_empty_folder(string path)
    {
        var source = await File.ReadAllBytesAsync(Path.Combine(Source.Root, "wwwroot", path), TestContext.Current.CancellationToken);

        using var plain = await GetAsync(path, null);
        using var brotli = await GetAsync(path, "br");

        Assert.Equal(source, await plain.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("br", brotli.Content.Headers.ContentEncoding.Single());
        Assert.InRange(brotli.Content.Headers.ContentLength ?? 0, 1, source.Length - 1);
    }

    [Fact]
    public async Task A_font_is_kept_by_browsers_for_ever()
    {
        using var answer = await GetAsync(AssetAddresses.TalkFont, null);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("css/tokens.css")]
    [InlineData("no-such-page")]
    public async Task Every_response_carries_the_security_headers(string path)
    {
        using var answer = await GetAsync(path, null);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self' 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public void All_scripts_together_are_at_most_80_KB_compressed()
    {
        var files = Directory.GetFiles(program.WwwRoot, "*.js.br", SearchOption.AllDirectories);

        Assert.InRange(files.Sum(file => new FileInfo(file).Length), 1, MaxScriptBytes);
    }

    [Fact]
    public void No_tool_file_is_published()
        => Assert.DoesNotContain(Directory.GetFiles(Path.GetDirectoryName(program.WwwRoot)!), file => ToolFile.IsMatch(file));

    [GeneratedRegex(@"(package|package-lock|jsconfig)\.json$", RegexOptions.NonBacktracking)]
    private static partial Regex ToolFile { get; }

    async Task<HttpResponseMessage> GetAsync(string path, string? encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (encoding is not null)
            request.Headers.AcceptEncoding.ParseAdd(encoding);
        return await program.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
