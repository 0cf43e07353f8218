using System.Diagnostics;
using System.Text.Json;
using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Topics;
using Community.Web.Tests.Assets;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Feeds;

/// <summary>Feeds as programs see them that are not ours: feedparser for Atom, ajv with a schema of JSON Feed 1.1.</summary>
public sealed class FeedJudgeTests : IAsyncLifetime
{
    static readonly string[] Kinds = ["atom", "json"];

    readonly RunningSite site = new();
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("feeds-");

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        var writer = await site.Person("Wanda Writer");
        await site.Verb<MakeSpace>().Run(null, "open", "Open & \"wide\"", "For <all>.", Tier.Public);
        foreach (var (title, body) in new[] { ("Hours & <days>", "See [the list](/notes/1) &amp; <b>more</b>.\u000b\u0000"), ("木簡 ][ ]]> \uFFFE", "```\n]]> <script>alert(1)</script>\n```\n\n- [x] done\n\n$x_1$ 😀"), ("e\u0301 \u202Eleft", "![a picture](https://elsewhere.example/a.png)") })
        {
            var topic = await site.Verb<StartTopic>().Run(writer, "open", TopicKind.Thread, title, body, ["hours", "c++"]);
            await site.Verb<AddPost>().Run(site.AdministratorId, topic, Part.Reply, null, "A reply & more.");
        }

        await site.Quiet();
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Atom_is_well_formed_for_feedparser()
    {
        if (!File.Exists("/usr/bin/python3") || (await Run("/usr/bin/python3", "-c", "import feedparser")).Code != 0) Assert.Skip("python3-feedparser is not here; tests/run installs it.");

        var files = await Fetch("atom");
        var (code, said) = await Run("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "judge.py"), .. files]);
        Assert.True(code == 0, said);
        var judged = said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(files.Count, judged.Count);
        Assert.All(judged, feed =>
        {
            Assert.False(feed.GetProperty("bozo").GetBoolean(), feed.ToString());
            Assert.Equal("atom10", feed.GetProperty("version").GetString());
            Assert.True(feed.GetProperty("dates").GetBoolean());
            var ids = feed.GetProperty("ids").EnumerateArray().Select(id => id.GetString()).ToList();
            Assert.NotEmpty(ids);
            Assert.Equal(ids.Count, ids.Distinct().Count());
        });
    }

    [Fact]
    public async Task Json_feeds_keep_to_the_schema_for_ajv()
    {
        var tools = Path.Combine(Source.Root, "tests", "api-client");
        Assert.SkipUnless(Directory.Exists(Path.Combine(tools, "node_modules", "ajv-formats")), "The packages of tests/api-client are not installed; tests/run installs them.");

        var (code, said) = await Run("node", [Path.Combine(tools, "judge-feeds.mjs"), Path.Combine(AppContext.BaseDirectory, "json-feed.schema.json"), .. await Fetch("json")]);
        Assert.True(code == 0, said);

        var wrong = Path.Combine(folder.FullName, "wrong.json");
        await File.WriteAllTextAsync(wrong, """{ "version": "https://jsonfeed.org/version/1.1", "title": "x", "items": [{ "id": 1, "content_html": "x" }] }""");
        Assert.NotEqual(0, (await Run("node", Path.Combine(tools, "judge-feeds.mjs"), Path.Combine(AppContext.BaseDirectory, "json-feed.schema.json"), wrong)).Code);
    }

    async Task<List<string>> Fetch(string kind)
    {
        Assert.Contains(kind, Kinds);
        await site.Verb<RenewFeedKey>().Run(site.AdministratorId);
        var key = await site.Store.Read(db => db.FeedKeys.Where(k => k.PersonId == site.AdministratorId).Select(k => k.Secret).SingleAsync());
        var topic = await site.Store.Read(db => db.Topics.Select(t => t.Id).FirstAsync());
        using var visitor = site.Visitor();
        var files = new List<string>();
        foreach (var address in new[] { $"/feed.{kind}", $"/spaces/open/feed.{kind}", $"/tags/hours/feed.{kind}", $"/topics/{topic}/feed.{kind}", $"/search/feed.{kind}?q=reply", $"/feed.{kind}?key={key}" })
        {
            files.Add(Path.Combine(folder.FullName, $"{files.Count}.{kind}"));
            await File.WriteAllBytesAsync(files[^1], await visitor.GetByteArrayAsync(new Uri(address, UriKind.Relative)));
        }

        return files;
    }

    static async Task<(int Code, string Said)> Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await error);
    }
}
