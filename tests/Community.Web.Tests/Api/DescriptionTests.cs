using System.Diagnostics;
using Community.Web.Tests.Assets;

namespace Community.Web.Tests.Api;

/// <summary>The OpenAPI document, judged by tools that nobody here wrote.</summary>
public sealed class DescriptionTests(ApiVillage village) : IClassFixture<ApiVillage>, IDisposable
{
    static readonly string Client = Path.Combine(Source.Root, "tests", "api-client");

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-api");

    [Fact]
    public async Task The_description_passes_the_linter()
    {
        await Prepare();

        var said = await Run("redocly", "lint", "api.json", "--format", "json");

        var totals = System.Text.Json.JsonDocument.Parse(said[said.IndexOf('{', StringComparison.Ordinal)..(said.LastIndexOf('}') + 1)]).RootElement.GetProperty("totals");
        Assert.True(totals.GetProperty("errors").GetInt32() + totals.GetProperty("warnings").GetInt32() == 0, said);
    }

    [Fact]
    public async Task A_client_made_by_an_independent_generator_asks_answers_accepts_and_searches()
    {
        await Prepare();
        foreach (var file in new[] { "ask.ts", "tsconfig.json", "package.json" }) File.Copy(Path.Combine(Client, file), Path.Combine(folder.FullName, file));

        await Run("openapi-typescript", "api.json", "-o", "api.ts");
        await Run("tsc", "--project", ".");
        var asked = await Run("node", "ask.js");

        Assert.Equal(200, (await village["mia"].Read("topics/" + asked.Trim())).Status);
    }

    [Fact]
    public async Task Every_call_of_the_contract_is_described_whole_and_to_everybody()
    {
        var description = (await village["nobody"].Read("/openapi/v1.json")).Json;

        var calls = from path in description.GetProperty("paths").EnumerateObject()
                    from call in path.Value.EnumerateObject()
                    select (Name: $"{call.Name.ToUpperInvariant()} {path.Name}", call.Value);
        var all = calls.ToDictionary(call => call.Name, call => call.Value);
        foreach (var name in new[]
        {
            "GET /spaces", "POST /topics", "GET /topics", "GET /topics/{id}", "POST /topics/{id}/posts", "GET /topics/{id}/posts", "PUT /posts/{id}", "DELETE /posts/{id}", "PUT /posts/{id}/vote",
            "PUT /questions/{id}/accepted", "GET /posts/{id}/revisions", "GET /search", "GET /experts", "GET /similar", "GET /events",
        }) Assert.Contains(name.Replace(" ", " /api/v1", StringComparison.Ordinal), all.Keys);
        Assert.All(all.Values, call =>
        {
            foreach (var part in new[] { "operationId", "summary", "tags", "responses" }) Assert.True(call.TryGetProperty(part, out _), call.ToString());
            foreach (var status in new[] { "400", "401", "404", "429", "500", "503" }) Assert.True(call.GetProperty("responses").GetProperty(status).GetProperty("content").TryGetProperty("application/problem+json", out _));
        });
        Assert.All(all.Values.Where(call => call.TryGetProperty("parameters", out _)).SelectMany(call => call.GetProperty("parameters").EnumerateArray()).Where(parameter => parameter.GetProperty("in").GetString() == "query"),
            parameter => Assert.Matches("^[a-z]+$", parameter.GetProperty("name").GetString()));
        var kind = description.GetProperty("components").GetProperty("schemas").GetProperty("TopicKind");
        Assert.Equal(["thread", "question", "note"], kind.GetProperty("enum").EnumerateArray().Select(word => word.GetString()!));
        var tags = description.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("name").GetString()).ToHashSet();
        Assert.All(all.Values.SelectMany(call => call.GetProperty("tags").EnumerateArray()), tag => Assert.Contains(tag.GetString(), tags));
        Assert.Equal(all.Count, all.Values.Select(call => call.GetProperty("operationId").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task The_page_for_people_says_every_call()
    {
        var page = await (await village["nobody"].Read("/docs/api")).Message.Text();

        foreach (var words in new[] { "/api/v1/questions/{id}/accepted", "curl -X POST", "Idempotency-Key", "id=\"shape-TopicAnswer\"" }) Assert.Contains(words, page, StringComparison.Ordinal);
    }

    async Task Prepare()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Client, "node_modules", ".bin")), "The packages of tests/api-client are not installed; tests/run installs them.");
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "node_modules"), Path.Combine(Client, "node_modules"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "api.json"), (await village["nobody"].Read("/openapi/v1.json")).Text);
    }

    async Task<string> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program == "node" ? program : Path.Combine(Client, "node_modules", ".bin", program), arguments) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new[] { ("REDOCLY_TELEMETRY", "off"), ("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true"), ("SITE", village.Site.Address.ToString().TrimEnd('/')), ("ASKER", Token("mia")), ("HELPER", Token("otto")) }) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));
        var said = await output;
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}\n{said}\n{await error}");
        return said;
    }

    string Token(string who) => village[who].DefaultRequestHeaders.Authorization!.Parameter!;

    public void Dispose()
    {
        File.Delete(Path.Combine(folder.FullName, "node_modules"));
        folder.Delete(recursive: true);
    }
}
