using System.Text.Json;
using Community.People;
using Community.Spaces;
using Community.Topics;
using Community.Web.Tests.Api;
using Community.Web.Tests.Attachments;
using Community.Web.Tests.Gate;

namespace Community.Web.Tests.Browser;

/// <summary>Writes harm into every text field that a form has, and reads every page that shows it in a real browser.</summary>
public sealed class StoredScriptTests(VillageSite site, ITestOutputHelper output) : IClassFixture<VillageSite>
{
    /// <summary>Markers that a page shows when any of it ran or was taken for markup.</summary>
    static readonly string[] Short =
    [
        "<script>window.ran=1</script>", "\"><img src=x onerror=window.ran=1>", "'-window.ran=1-'", "<svg/onload=window.ran=1>", "{{constructor.constructor('window.ran=1')()}}", "</title><script>window.ran=1</script>",
    ];

    const string Long = """
        <script>window.ran=1</script><img src=x onerror=window.ran=1> [a](javascript:window.ran=1) [b](data:text/html,<script>window.ran=1</script>)

        # Heading {#login onclick=window.ran=1}

        <form action=//evil.example><input name=email autofocus onfocus=window.ran=1></form> <style>*{display:none}</style> <p style="position:fixed" id=main name=q>x</p>

        <a href="vbscript:x" onmouseover="window.ran=1">y</a> ![z](https://evil.example/track.png) <iframe srcdoc="<script>parent.ran=1</script>"></iframe>

        - [x] done

        [^<script>]: x
        """;

    /// <summary>What the page holds that no author may put there; run in the page.</summary>
    const string Findings = """
        () => {
          const bad = [];
          if (window.ran) bad.push('a script ran');
          for (const element of document.querySelectorAll('*')) {
            for (const attribute of element.attributes) {
              if (attribute.name.startsWith('on')) bad.push(element.tagName + ' ' + attribute.name);
              if (attribute.name === 'style') bad.push(element.tagName + ' style');
              if (['href', 'src', 'action', 'formaction', 'srcset', 'xlink:href'].includes(attribute.name)) {
                const url = new URL(attribute.value, location.href);
                if (!['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol)) bad.push('scheme ' + url.protocol);
                if (['src', 'action', 'formaction', 'srcset'].includes(attribute.name) && url.origin !== location.origin) bad.push(attribute.name + ' to ' + url.origin);
              }
            }
            if (['IFRAME', 'OBJECT', 'EMBED', 'STYLE', 'BASE', 'MATH'].includes(element.tagName) && !(element.tagName === 'STYLE' && element.className.includes('turbo'))) bad.push(element.tagName);
          }
          for (const script of document.scripts) if (!script.src && script.type !== 'importmap') bad.push('inline script');
          for (const written of document.querySelectorAll('.prose, mark, .excerpt')) {
            for (const element of written.querySelectorAll('form, input, button, style, script, [name], [id]')) {
              if (element.matches('input[type=checkbox][disabled]')) continue;
              if (element.id && !['login', 'main', 'q'].includes(element.id) && !element.hasAttribute('name')) continue;
              bad.push('author wrote ' + element.outerHTML.slice(0, 80));
            }
          }
          return bad;
        }
        """;

    [Fact]
    public async Task Nothing_runs_whatever_is_written_wherever()
    {
        var village = site.Village;
        var browsers = new Dictionary<string, HttpClient> { [Village.Ruth] = await site.Site.SignedIn(Village.Ruth), [Village.Li] = await site.Site.SignedIn(Village.Li) };
        var tokens = new Dictionary<string, string> { [Village.Ruth] = await browsers[Village.Ruth].Token(), [Village.Li] = await browsers[Village.Li].Token() };
        // Short fields get what breaks out of text and attributes, long ones the Markdown too.
        static string[] Payloads(string field) => field is "Body" or "Text" or "text" or "Purpose" or "AskMeAbout" or "Description" ? [Long] : [Short[1] + Short[5]];
        var (written, sent) = (new HashSet<string>(), 0);
        var topic = await village.Start(Village.Li, "front-desk", TopicKind.Thread, Short[1], Long, "harmless");
        var reply = await village.Add(Village.Li, topic, Part.Reply, Long);
        await village.Add(Village.Li, topic, Part.Comment, Long, reply);
        var removed = await village.Add(Village.Li, topic, Part.Reply, Long);
        var note = await village.Start(Village.Li, "front-desk", TopicKind.Note, Short[0], Long);
        var question = await village.Start(Village.Li, "front-desk", TopicKind.Question, Short[3], Long);
        await site.Site.Verb<MakeSpace>().Run(site.Site.AdministratorId, "harm", Short[1], "x", Governance.Tier.Public);

        // Every field of text that any form has, as the program itself lists them: each gets each payload. What breaks other tests' people is made anew here.
        foreach (var address in Endpoints.Of(site.Site).Where(address => address.Method == "POST" && !IsLeftOut(address.Template)))
            foreach (var (name, _) in address.Queries.Where(query => query.Type == typeof(string)))
                foreach (var payload in Payloads(name))
                {
                    var person = address.Template.StartsWith("/admin", StringComparison.Ordinal) || address.Template.StartsWith("/spaces", StringComparison.Ordinal) || address.Template.Contains("remove", StringComparison.Ordinal) ? Village.Ruth : Village.Li;
                    var path = address.Fill(place => place switch { "slug" => "harm", "kind" => "thread", "tag" => "harmless", "id" when address.Template.StartsWith("/topics", StringComparison.Ordinal) => $"{topic}", "id" when address.Template.Contains("remove", StringComparison.Ordinal) => $"{removed}", "id" when address.Template.StartsWith("/posts", StringComparison.Ordinal) => $"{reply}", "id" when address.Template.StartsWith("/admin/people", StringComparison.Ordinal) => $"{village[Village.Li]}", _ => "1" });
                    var fields = address.Queries.Where(query => query.Type == typeof(string) && query.Name != name).Select(query => (query.Name, Harmless(query.Name)));
                    var answer = await browsers[person].PostBare(path, [.. fields, (name, payload), ("Part", "Reply"), ("__RequestVerificationToken", tokens[person])]);
                    Assert.True((int)answer.StatusCode < 500, $"{address} with {name} gives {answer.StatusCode}");
                    if ((int)answer.StatusCode == 303) written.Add($"{address.Template} {name}");
                    sent++;
                }

        await site.Site.Verb<CloseTopic>().Run(village[Village.Li], question, Outcome.Nothing, Short[1]);
        await using var li = await site.Walker(Village.Li);
        await using var ruth = await site.Walker(Village.Ruth);
        var dialogs = 0;
        foreach (var walker in new[] { li, ruth }) walker.Page.Dialog += (_, dialog) =>
        {
            dialogs++;
            _ = dialog.DismissAsync();
        };
        string[] pages =
        [
            "/", "/spaces", "/spaces/harm", "/spaces/harm/members", "/spaces/front-desk", "/threads", "/notes", "/questions", "/tags", "/tags/harmless", $"/threads/{topic}", $"/notes/{note}", $"/questions/{question}", $"/posts/{reply}/history", $"/posts/{reply}/history?view=source", $"/posts/{reply}/edit",
            $"/threads/{topic}?quote={reply}", $"/people/{village[Village.Li]}", "/account", "/drafts", "/notifications", "/search?q=window.ran", "/search?q=heading+done", $"/search?q={Uri.EscapeDataString(Short[1])}", $"/search?space=harm&tag={Uri.EscapeDataString(Short[0])}", $"/new/note?title={Uri.EscapeDataString(Short[1])}&body={Uri.EscapeDataString(Long)}&space={Uri.EscapeDataString(Short[1])}", $"/sign-in?return={Uri.EscapeDataString("/" + Short[1])}", $"/search/similar?title={Uri.EscapeDataString(Short[1])}", $"/search/instant?q={Uri.EscapeDataString(Short[1])}", $"/posts/{reply}/fragment",
        ];
        var findings = new List<string>();
        foreach (var (walker, addresses) in new[] { (li, pages), (ruth, (string[])["/", "/tags", $"/threads/{topic}", $"/questions/{question}", "/spaces/harm", "/spaces/harm/members", "/admin", "/admin/people", $"/admin/people/{village[Village.Li]}", "/spaces/harm/charter", $"/posts/{removed}/history"]) })
            foreach (var address in addresses)
            {
                walker.Forgive();
                await walker.Open(address);
                await walker.Page.WaitForTimeoutAsync(20);
                findings.AddRange((await walker.Page.EvaluateAsync<string[]>(Findings)).Select(finding => $"{address}: {finding}"));
                findings.AddRange(walker.Faults.Where(fault => fault.Contains("policy", StringComparison.OrdinalIgnoreCase)).Select(fault => $"{address}: {fault}"));
            }

        output.WriteLine($"{sent} forms sent, {written.Count} fields took something, {pages.Length + 11} pages read:\n{string.Join('\n', written.Order())}");
        Assert.True(findings.Count == 0, string.Join('\n', findings.Distinct()));
        Assert.Equal(0, dialogs);
        Assert.True(written.Count >= 12, string.Join('\n', written));
    }

    [Fact]
    public async Task The_payloads_of_a_known_sanitiser_run_nowhere_on_a_page()
    {
        var file = Path.Combine(Texts.WebSources.Root, "..", "shared", "data", "xss", "dompurify-expect.json");
        Assert.SkipUnless(File.Exists(file), "The payloads are not here.");
        using var cases = JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        var topic = await site.Village.Start(Village.Li, "front-desk", TopicKind.Thread, "What others tried", "See below.");
        foreach (var some in cases.RootElement.EnumerateArray().Select(e => e.GetProperty("payload").GetString()!).Chunk(60))
            await site.Village.Add(Village.Li, topic, Part.Reply, string.Join("\n\n", some)[..Math.Min(60_000, string.Join("\n\n", some).Length)]);

        await using var li = await site.Walker(Village.Li);
        li.Page.Dialog += (_, dialog) => Assert.Fail(dialog.Message);
        await li.Open($"/threads/{topic}");

        Assert.Empty(await li.Page.EvaluateAsync<string[]>(Findings));
        Assert.DoesNotContain(li.Faults, fault => fault.Contains("policy", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Nothing_runs_from_names_of_files_what_pictures_show_and_what_people_and_subjects_say_of_themselves()
    {
        var (village, writer) = (site.Village, await site.Site.SignedIn("Hedda Harm"));
        var (hedda, tried) = (await site.Site.Person("Hedda Harm"), Payloads());
        var picture = await writer.Uploaded("shelf.png", Sent.Picture(colour: 0xFF775533));
        var shown = new List<string>();
        // A name of 200 characters keeps the whole of most of them.
        foreach (var payload in tried.Where(payload => payload.Length <= 150).Take(40))
        {
            var answer = await writer.Upload(payload + ".csv", System.Text.Encoding.UTF8.GetBytes("a;" + payload));
            Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode);
            shown.Add((await answer.Json()).GetProperty("markdown").GetString()!);
        }

        var texts = tried.Select(payload => $"![{payload}]({picture})").Concat(tried.Select(payload => $"[{payload}]({picture} \"{payload}\")")).Concat(shown).ToList();
        var topic = await site.Site.Verb<StartTopic>().Run(hedda, "front-desk", TopicKind.Thread, Short[1], $"![{Short[1]}]({picture})", ["hedda-harm"]);
        foreach (var some in texts.Chunk(15)) await site.Site.Verb<AddPost>().Run(hedda, topic, Part.Reply, null, string.Join("\n\n", some));
        await site.Site.Verb<DescribePerson>().Run(hedda, Short[5], Short[1] + Short[3], string.Join("\n", Short.Append(tried[^1])));
        await site.Site.Verb<DescribeTag>().Run(hedda, "hedda-harm", Long + string.Join("\n\n", tried)[..Math.Min(4_000, string.Join("\n\n", tried).Length)], []);
        await site.Site.Quiet();

        await using var walker = await site.Walker(Village.Li);
        walker.Page.Dialog += (_, dialog) => Assert.Fail(dialog.Message);
        var findings = new List<string>();
        foreach (var address in new[] { $"/threads/{topic}", $"/threads/{topic}?sort=time", "/tags/hedda-harm", "/tags", $"/people/{hedda}", "/", "/search?q=window.ran", "/search?q=tag:hedda-harm", $"/posts/{await village.Opening(topic)}/fragment" })
        {
            walker.Forgive();
            await walker.Open(address);
            findings.AddRange((await walker.Page.EvaluateAsync<string[]>(Findings)).Concat(walker.Faults.Where(fault => fault.Contains("policy", StringComparison.OrdinalIgnoreCase))).Select(finding => $"{address}: {finding}"));
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings.Distinct()));
        output.WriteLine($"{texts.Count} pictures, links and files of {tried.Length} payloads");
        Assert.True(shown.Count >= Short.Length);
    }

    [Fact]
    public async Task The_html_that_programs_are_given_does_no_harm_where_they_show_it()
    {
        var li = site.Village[Village.Li];
        using var program = await site.Site.Program(li);
        var topic = await program.Call("POST", "topics", new { space = "front-desk", kind = "thread", title = Short[1], body = Long });
        foreach (var some in Payloads().Chunk(40)) Assert.Equal(201, (await program.Call("POST", $"topics/{topic.Id}/posts", new { role = "reply", body = string.Join("\n\n", some) })).Status);
        var posts = await program.Read($"topics/{topic.Id}/posts?limit=100");
        var html = string.Concat(posts["items"].EnumerateArray().Select(post => post.GetProperty("html").GetString()));

        // A page without any policy, as a program's own may be.
        await using var walker = await site.Walker(null);
        walker.Page.Dialog += (_, dialog) => Assert.Fail(dialog.Message);
        await walker.Page.RouteAsync("**/*", route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = "<!doctype html><title>x</title><article class=\"prose\">" + html + "</article>" }));
        await walker.Open("/shown-elsewhere");

        Assert.True(await walker.Page.Locator("article p").CountAsync() > 5);
        Assert.Empty(await walker.Page.EvaluateAsync<string[]>(Findings));
    }

    [Fact]
    public async Task A_face_is_a_picture_and_nothing_that_was_put_into_it()
    {
        using var browser = await site.Site.SignedIn("Fay Face");
        var me = await site.Site.Person("Fay Face");
        foreach (var (name, content) in new[] { ("x.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='window.ran=1'/>"), ("x.html", "<script>window.ran=1</script>"), ("x'onerror=window.ran=1.png", "GIF89a<script>window.ran=1</script>") })
            Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, (await Choose(name, System.Text.Encoding.UTF8.GetBytes(content))).StatusCode);

        Assert.Equal(System.Net.HttpStatusCode.SeeOther, (await Choose("<svg onload=window.ran=1>.png", [.. Sent.Picture(800, 600), .. "<script>window.ran=1</script>"u8])).StatusCode);
        var face = await site.Site.Store.Read(db => Task.FromResult(db.Faces.Where(f => f.PersonId == me).OrderByDescending(f => f.Width).First()));
        var answer = await browser.GetAsync(new Uri($"/people/{me}/face/{Frame.KnownFaces.VersionOf(face.Hash)}/{face.Width}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("image/webp", answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("script", System.Text.Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);

        async Task<HttpResponseMessage> Choose(string name, byte[] content)
        {
            using var form = new MultipartFormDataContent { { new StringContent(await browser.Token()), "__RequestVerificationToken" } };
            form.Add(new ByteArrayContent(content), "face", name);
            return await browser.PostAsync(new Uri("/account/face", UriKind.Relative), form);
        }
    }

    /// <summary>Ours, and those of a known sanitiser where they are.</summary>
    static string[] Payloads()
    {
        var file = Path.Combine(Texts.WebSources.Root, "..", "shared", "data", "xss", "dompurify-expect.json");
        if (!File.Exists(file)) return Short;

        using var cases = JsonDocument.Parse(File.ReadAllText(file));
        return [.. Short, .. cases.RootElement.EnumerateArray().Select(e => e.GetProperty("payload").GetString()!).Where(payload => payload.Length < 1_500)];
    }

    /// <summary>Not written here: doors, where nothing that is typed is ever shown to others, and what programs alone write.</summary>
    static bool IsLeftOut(string template) => template is "/sign-in" or "/sign-out" or "/sign-up" or "/reset" or "/setup" or "/account/password" or "/preview" or "/status/{code:int}" || template.StartsWith("/link", StringComparison.Ordinal)
        || template.StartsWith("/api/", StringComparison.Ordinal);

    string Harmless(string name) => name switch { "Address" or "PublicAddress" => site.Site.Address.ToString().TrimEnd('/'), "Email" or "email" => Guid.NewGuid().ToString("N") + "@library.example", "role" or "Role" => "member", "SignUp" => "closed", "Domains" => "", "Zone" => "Etc/UTC", "Place" => "new/thread", "Space" => "front-desk", "Kind" => "thread", "Tags" => "harmless", "Slug" => "made-" + Guid.NewGuid().ToString("N")[..8], "Tier" => "public", "Body" or "Text" => "A plain text.", _ => "Plain" };
}
