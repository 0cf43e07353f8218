using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Community.Web.Tests.Gate;

namespace Community.Web.Tests.Safety;

/// <summary>Requests that no browser makes. Every address answers them, and never with an error of ours.</summary>
[Collection(nameof(GateVillage))]
public sealed class OddRequestTests(GateVillage village)
{
    static readonly string[] OddMethods = ["HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "PROPFIND", "CONNECTED", "get", "POST"];

    [Fact]
    public async Task Odd_methods_are_answered_everywhere_and_change_nothing()
    {
        var before = await Rows.Of(village.Site);
        foreach (var address in Endpoints.Of(village.Site).DistinctBy(address => address.Template))
            foreach (var method in OddMethods)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), Path(address));
                var answer = await village["member"].SendAsync(request);
                Assert.True((int)answer.StatusCode < 500, $"{method} {address.Template} gives {answer.StatusCode}");
                Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"), address.Template);
                if (method == "TRACE") Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
            }

        Assert.Equal(before, await Rows.Of(village.Site));
    }

    [Fact]
    public async Task Odd_bodies_are_refused_everywhere_and_change_nothing()
    {
        var before = await Rows.Of(village.Site);
        var wrong = new List<string>();
        foreach (var address in Endpoints.Of(village.Site).Where(address => address.Method != "GET" && address.Template != "/status/{code:int}").DistinctBy(address => address.ToString()))
            foreach (var (name, body) in Bodies())
            {
                using var request = new HttpRequestMessage(new HttpMethod(address.Method), Path(address)) { Content = body };
                var answer = await village["administrator"].SendAsync(request);
                if ((int)answer.StatusCode is < 400 or >= 500) wrong.Add($"{address} with {name} gives {(int)answer.StatusCode}");
            }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        // A form that comes back shows what it is about: that an administrator looked is on record.
        Assert.Equal(before.Where(IsNotTheLog), (await Rows.Of(village.Site)).Where(IsNotTheLog));

        static bool IsNotTheLog(string line) => !line.StartsWith("Events ", StringComparison.Ordinal) && !line.StartsWith("AuditRecords ", StringComparison.Ordinal);
    }

    static IEnumerable<(string Name, HttpContent Body)> Bodies()
    {
        yield return ("6 MB in a form", Of(Encoding.ASCII.GetBytes("Body=" + new string('x', 6_000_000)), "application/x-www-form-urlencoded"));
        yield return ("10,000 fields", Of(Encoding.ASCII.GetBytes(string.Join('&', Enumerable.Range(0, 10_000).Select(i => $"f{i}=x"))), "application/x-www-form-urlencoded"));
        yield return ("a deep key", Of(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("a[", 600)) + "=1"), "application/x-www-form-urlencoded"));
        yield return ("broken escapes", Of("Body=%ZZ%u0041%&=%00&%E9=%C3"u8.ToArray(), "application/x-www-form-urlencoded"));
        yield return ("an unknown charset", Of("Body=x"u8.ToArray(), "application/x-www-form-urlencoded; charset=utf-99"));
        yield return ("deep JSON", Of(Encoding.ASCII.GetBytes(new string('[', 100_000)), "application/json"));
        yield return ("half JSON", Of("{\"body\":\"\\ud800"u8.ToArray(), "application/json"));
        yield return ("multipart without a boundary", Of("x"u8.ToArray(), "multipart/form-data"));
        yield return ("multipart that ends early", Of("--b\r\nContent-Disposition: form-data; name=\"Body\"\r\n\r\nx"u8.ToArray(), "multipart/form-data; boundary=b"));
        yield return ("multipart of nothing", Of("--b\r\n\r\n\r\n--b--\r\n"u8.ToArray(), "multipart/form-data; boundary=b"));
        yield return ("a boundary without end", Of("x"u8.ToArray(), "multipart/form-data; boundary=" + new string('b', 300)));
        yield return ("zipped", Zipped());
        yield return ("no content type", Of("Body=x"u8.ToArray(), null));
        yield return ("a content type of nothing", Of("Body=x"u8.ToArray(), "nothing/at-all"));
    }

    [Theory]
    [InlineData("GET /%00 HTTP/1.1", "")]
    [InlineData("GET /search?q=%00 HTTP/1.1", "")]
    [InlineData("GET /search?q=\0 HTTP/1.1", "")]
    [InlineData("GET /search?a[=1&q[[]=2&]=3 HTTP/1.1", "")]
    [InlineData("GET /tags/%ff%fe HTTP/1.1", "")]
    [InlineData("GET /%zz%2 HTTP/1.1", "")]
    [InlineData("GET /..%2f..%2f..%2fetc/passwd HTTP/1.1", "")]
    [InlineData("GET /css/..%5c..%5cappsettings.json HTTP/1.1", "")]
    [InlineData("GET {long} HTTP/1.1", "")]
    [InlineData("GET /search?q={long} HTTP/1.1", "")]
    [InlineData("GET http://evil.example/account HTTP/1.1", "")]
    [InlineData("OPTIONS * HTTP/1.1", "")]
    [InlineData("GET / HTTP/1.1", "Host: evil.example\r\n")]
    [InlineData("GET / HTTP/1.1", "Cookie: session=x\r\nCookie: session=y\r\n")]
    [InlineData("GET / HTTP/1.1", "Cookie: ;;;===; session; form=\"; theme=%; zone=%zz; said=x\r\n")]
    [InlineData("GET /account HTTP/1.1", "Authorization: Bearer \r\nAuthorization: Bearer x y z\r\n")]
    [InlineData("POST /sign-in HTTP/1.1", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n")]
    [InlineData("POST /sign-in HTTP/1.1", "Content-Length: -1\r\n")]
    [InlineData("GET / HTTP/1.1", "Range: bytes=-1,9-2,a\r\nIf-Modified-Since: never\r\nAccept-Language: ;;q=9\r\nReferer: //\r\nUser-Agent: {long}\r\n")]
    public async Task An_odd_line_is_answered(string line, string headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(village.Site.Address.Host, village.Site.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        var text = $"{line}\r\nHost: {village.Site.Address.Authority}\r\nConnection: close\r\n{headers}\r\n".Replace("{long}", "/" + new string('a', line.Contains("q=", StringComparison.Ordinal) || headers.Length > 0 ? 7_000 : 20_000), StringComparison.Ordinal);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 ", answer, StringComparison.Ordinal);
        Assert.InRange(int.Parse(answer[9..12], CultureInfo.InvariantCulture), 200, 499);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(", 10_000)]
    [InlineData("*", 10_000)]
    [InlineData("\"", 4_000)]
    [InlineData("a* OR ", 1_024)]
    [InlineData("[* TO *] ", 1_000)]
    [InlineData("-x ", 3_000)]
    [InlineData("aa~0.9 ", 1_000)]
    [InlineData("tag:a space:b kind:note ", 400)]
    [InlineData("word", 2_500)]
    [InlineData("\u0301", 3_000)]
    public async Task A_query_that_is_a_bomb_is_answered_quickly(string piece, int times)
    {
        var query = string.Concat(Enumerable.Repeat(piece, times))[..Math.Min(piece.Length * times, 10_240)];
        foreach (var path in new[] { "/search?q=", "/search/similar?title=", "/search/instant?q=", "/people/names?q=", "/tags/names?q=" })
        {
            var address = new Uri(path + Cut(Uri.EscapeDataString(query)), UriKind.Relative);
            await village["member"].GetAsync(address, TestContext.Current.CancellationToken);
            var took = TimeSpan.MaxValue;
            // The machine may be busy: the best of ten counts.
            for (var i = 0; i < 10 && took > TimeSpan.FromMilliseconds(300); i++)
            {
                var began = System.Diagnostics.Stopwatch.GetTimestamp();
                var answer = await village["member"].GetAsync(address, TestContext.Current.CancellationToken);
                took = System.Diagnostics.Stopwatch.GetElapsedTime(began);
                Assert.True((int)answer.StatusCode is 200 or 400 or 414, $"{path}{piece} gives {answer.StatusCode}");
            }

            Assert.True(took < TimeSpan.FromMilliseconds(300), $"{path}{piece} takes {took.TotalMilliseconds:F0} ms");
        }

        // A request line of the server has 8 KB.
        static string Cut(string escaped) => escaped.Length <= 8_000 ? escaped : escaped[..8_000].LastIndexOf('%') is > 7_990 and var at ? escaped[..at] : escaped[..8_000];
    }

    Uri Path(Address address) => new(address.Fill(place => place switch { "id" when address.Template.Contains("guid", StringComparison.Ordinal) => Guid.NewGuid().ToString(), "slug" => GateVillage.Spaces[0], "kind" => address.Template.StartsWith("/new", StringComparison.Ordinal) ? "thread" : "threads", "tag" => "none", _ => $"{village.Things[0].TopicId}" }), UriKind.Relative);

    static ByteArrayContent Of(byte[] body, string? type)
    {
        var content = new ByteArrayContent(body);
        if (type is not null) content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    static ByteArrayContent Zipped()
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest)) zip.Write(new byte[50_000_000]);
        var content = Of(packed.ToArray(), "application/x-www-form-urlencoded");
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }
}
