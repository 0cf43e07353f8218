using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Community.Governance;
using Community.Spaces.Voices;
using Community.Web.Tests.Gate;
using SkiaSharp;

namespace Community.Web.Tests.Offline;

/// <summary>What the worker in a browser is told to keep, and what an installed site is made of.</summary>
[Collection(nameof(GateVillage))]
public sealed partial class KeptOnDeviceTests(GateVillage village)
{
    /// <summary>What may be kept; every other address of the site may not, also one that is made later.</summary>
    static readonly string[] Kept = ["/", "/notifications", "/{kind:regex(^(threads|questions|notes)$)}/{id:long}/{slug?}"];

    [Fact]
    public async Task Topics_home_and_notices_may_be_kept_and_no_other_address()
    {
        // Who speaks for others, too, keeps as much as anybody.
        var grant = await village.Verb<GrantVoice>().Run(null, village.IdOf("member"), Voice.Institution, null, null, DateTime.UtcNow.AddDays(9), false, "To be kept.");
        var (may, read, topic) = (new HashSet<string>(), 0, village.Things.First(thing => thing.Readers.Contains(GateVillage.Visitor)));
        foreach (var address in Endpoints.Of(village.Site).Where(address => address.Method == "GET" && !address.Template.StartsWith("/attachments", StringComparison.Ordinal) && !address.Template.EndsWith(".md", StringComparison.Ordinal)))
        {
            var path = address.Fill(place => place switch { "id" => $"{topic.TopicId}", "slug" => GateVillage.Spaces[3], "kind" => address.Template.StartsWith("/new", StringComparison.Ordinal) ? "thread" : "threads", "tag" => "any", _ => "1" });
            foreach (var role in new[] { "member", "administrator" })
            {
                var answer = await village[role].GetAsync(new Uri(path, UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.MovedPermanently) answer = await village[role].GetAsync(answer.Headers.Location);
                read += answer.StatusCode == HttpStatusCode.OK ? 1 : 0;
                if (answer.Headers.Contains("Community-Keep")) may.Add(address.Template);
                if (answer.Content.Headers.ContentType?.MediaType == "text/html" && !path.StartsWith("/docs", StringComparison.Ordinal)) Assert.Equal((path, $"{village.IdOf(role)}"), (path, string.Join(',', answer.Headers.TryGetValues("Community-Reader", out var readers) ? readers : [])));
            }
        }

        await village.Verb<EndVoiceGrant>().Run(null, grant);
        Assert.Equal(Kept.Order(), may.Order());
        Assert.True(read > 60);
    }

    [Fact]
    public async Task For_nobody_nothing_may_be_kept()
    {
        foreach (var path in new[] { "/", $"/threads/{village.Things.First(thing => thing.Readers.Contains(GateVillage.Visitor)).TopicId}", "/notifications", "/account", "/sign-in", "/offline", "/no/such" })
        {
            var answer = await village[GateVillage.Visitor].GetAsync(new Uri(path, UriKind.Relative));
            if (answer.StatusCode == HttpStatusCode.MovedPermanently) answer = await village[GateVillage.Visitor].GetAsync(answer.Headers.Location);
            Assert.Equal((path, "0", false), (path, answer.Headers.GetValues("Community-Reader").Single(), answer.Headers.Contains("Community-Keep")));
        }
    }

    [Fact]
    public async Task What_an_administrator_reads_by_that_alone_may_not_be_kept()
    {
        var closed = village.Things.First(thing => thing.Readers.Contains("administrator") && thing.Readers.Contains("member") && !thing.Readers.Contains("moderator"));
        foreach (var (role, may) in new[] { ("administrator", false), ("member", true) })
        {
            var moved = await village[role].GetAsync(new Uri($"/threads/{closed.TopicId}", UriKind.Relative));
            var answer = moved.StatusCode == HttpStatusCode.MovedPermanently ? await village[role].GetAsync(moved.Headers.Location) : moved;
            Assert.Equal((role, HttpStatusCode.OK, may), (role, answer.StatusCode, answer.Headers.Contains("Community-Keep")));
        }
    }

    [Fact]
    public async Task The_worker_names_files_whose_addresses_never_mean_anything_else_and_is_itself_asked_for_anew()
    {
        var answer = await village[GateVillage.Visitor].GetAsync(new Uri("/sw.js", UriKind.Relative));
        var text = await answer.Text();
        Assert.Equal(("text/javascript", true), (answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.NoCache));
        Assert.Contains("worker-src 'self'", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);

        var files = JsonDocument.Parse(Said().Match(text).Groups[1].Value).RootElement.GetProperty("assets").EnumerateArray().Select(file => file.GetString()!).ToList();
        Assert.True(files.Count > 20 && files.Exists(file => file.StartsWith("/js/offline.", StringComparison.Ordinal)) && !files.Exists(file => file.StartsWith("/js/worker.", StringComparison.Ordinal)));
        foreach (var file in files.Concat(JsonSerializer.Deserialize<string[]>(Imported().Match(text).Groups[1].Value)!))
        {
            var got = await village[GateVillage.Visitor].GetAsync(new Uri(file, UriKind.Relative));
            Assert.Equal((file, HttpStatusCode.OK), (file, got.StatusCode));
            // That browsers may keep it for ever says the published program (PublishedAssetsTests).
            Assert.True(Printed().IsMatch(file), file);
        }
    }

    [Fact]
    public async Task The_manifest_has_the_institutions_name_and_icons_of_the_sizes_that_it_says()
    {
        var answer = await village[GateVillage.Visitor].GetAsync(new Uri("/manifest.webmanifest", UriKind.Relative));
        Assert.Equal("application/manifest+json", answer.Content.Headers.ContentType!.MediaType);
        var manifest = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(("University Library · Community", "/", "standalone"), (manifest.GetProperty("name").GetString(), manifest.GetProperty("start_url").GetString(), manifest.GetProperty("display").GetString()));
        Assert.Equal(["/new/question", "/notifications"], manifest.GetProperty("shortcuts").EnumerateArray().Select(shortcut => shortcut.GetProperty("url").GetString()));

        var shapes = new List<string>();
        foreach (var icon in manifest.GetProperty("icons").EnumerateArray())
        {
            var png = await village[GateVillage.Visitor].GetByteArrayAsync(new Uri(icon.GetProperty("src").GetString()!, UriKind.Relative));
            using var drawn = SKBitmap.Decode(png);
            Assert.Equal(icon.GetProperty("sizes").GetString(), $"{drawn.Width}x{drawn.Height}");
            // A mask cuts the corners off: what is maskable has a ground there.
            Assert.Equal(icon.GetProperty("purpose").GetString() == "maskable", drawn.GetPixel(0, 0).Alpha == 255);
            shapes.Add($"{icon.GetProperty("purpose")} {drawn.Width}");
        }

        Assert.Equal(["any 192", "any 512", "maskable 192", "maskable 512", "monochrome 96"], shapes);
        var page = await village["member"].Page("/");
        Assert.Contains("<link rel=\"manifest\" href=\"/manifest.webmanifest\">", page, StringComparison.Ordinal);
        Assert.Contains("media=\"(prefers-color-scheme: dark)\"", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("[.][0-9a-z]{8,12}[.][a-z]+$|[?]v=[0-9.]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Printed();

    [GeneratedRegex("self.community = (.*);\nimportScripts", RegexOptions.NonBacktracking)]
    private static partial Regex Said();

    [GeneratedRegex("importScripts[(][.]{3}([[].+[]])[)]", RegexOptions.NonBacktracking)]
    private static partial Regex Imported();
}
