using System.IO.Compression;
using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

[Collection(nameof(Walks))]
public sealed class FirstVisitTests(VillageSite site, ITestOutputHelper output)
{
    const int MostRequests = 15;
    const int MostBytes = 150 * 1024;
    const int MostScriptBytes = 60 * 1024;

    /// <summary>A debug build's assets are not compressed as a published one's are, so bodies are compressed here.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData(Village.Li)]
    public async Task A_first_visit_to_a_thread_is_light(string? reader)
    {
        await using var walker = await site.Walker(reader);
        var answers = new List<IResponse>();
        walker.Page.Response += (_, answer) => answers.Add(answer);

        await walker.Page.GotoAsync($"/threads/{site.Village.Thread}", new() { WaitUntil = WaitUntilState.NetworkIdle });

        var sizes = new List<(string Address, int Bytes, bool IsScript)>();
        foreach (var answer in answers.Where(answer => answer.Status < 300)) sizes.Add((new Uri(answer.Url).PathAndQuery, await Weigh(answer), answer.Request.ResourceType == "script"));
        foreach (var (address, bytes, _) in sizes) output.WriteLine($"{bytes,7} {address}");
        var (total, scripts) = (sizes.Sum(size => size.Bytes), sizes.Where(size => size.IsScript).Sum(size => size.Bytes));
        output.WriteLine($"{reader ?? "a visitor"}: {answers.Count} requests, {total / 1024.0:F1} KB compressed, scripts {scripts / 1024.0:F1} KB");
        Assert.InRange(answers.Count, 3, MostRequests);
        Assert.InRange(total, 1, MostBytes);
        Assert.InRange(scripts, 1, MostScriptBytes);
    }

    static async Task<int> Weigh(IResponse answer)
    {
        var body = await answer.BodyAsync();
        if (answer.Url.Contains(".woff2", StringComparison.Ordinal)) return body.Length;

        using var packed = new MemoryStream();
        await using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true)) await brotli.WriteAsync(body);
        return (int)packed.Length;
    }
}
