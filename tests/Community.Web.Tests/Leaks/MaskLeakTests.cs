using System.IO.Compression;
using System.Net;
using Community.Notifications;
using Community.Notifications.Pushing;
using Community.Transfer.Export;
using Community.Web.Tests.Gate;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Leaks;

/// <summary>Who asked without a name is named in no page, call, feed, search, event, notice, export, mail, live message or line of the log, for nobody but the asker and, by a look on record, the stewards of the space.</summary>
public sealed class MaskLeakTests(MaskStage stage) : IClassFixture<MaskStage>
{
    /// <summary>Who works here is listed there, and what was searched for in vain, which is what the test below types; the question does not stand there.</summary>
    static readonly string[] ListsOfPeople = ["/admin/people", "/admin/people/{id:long}", "/people/names", "/gaps"];

    static readonly string[] Searches =
    [
        "/search?q=wobbegong", "/search?q=wobbegong&author={mask}", "/search?q=repair", "/search?q=wobbegong&sort=new", "/search/instant?q=wobb", "/search/similar?title=About+wobbegong", "/experts?q=wobbegong", "/experts/few?q=wobbegong",
        "/unanswered?space=mask-open", "/spaces/mask-open?kind=question", "/questions/{question}/x?sort=time", "/posts/{opening}/history?from=1&to=2", "/posts/{opening}/edit/others", "/questions/{question}/candidates", "/tags/repair", "/notifications?for=done",
        "/api/v1/search?q=wobbegong", "/api/v1/experts?q=wobbegong", "/api/v1/similar?title=wobbegong", "/api/v1/topics?limit=100", "/api/v1/events?limit=100", "/api/v1/topics/{question}/posts?limit=100", "/api/v1/topics?sort=unanswered",
    ];

    static readonly string[] TypedNames = ["/search?q=zephyrine", "/search?q=by:%22Zephyrine+Quillfeather%22", "/search?q=wobbegong+by:%22Zephyrine+Quillfeather%22", "/search?q=wobbegong&author={asker}", "/search/instant?q=quillf", "/experts?q=zephyrine", "/api/v1/search?q=quillfeather", "/api/v1/search?q=by:%22Zephyrine+Quillfeather%22"];

    [Theory]
    [InlineData("member"), InlineData("invited"), InlineData("steward"), InlineData("other steward"), InlineData("moderator"), InlineData("administrator"), InlineData("guest"), InlineData("visitor")]
    public async Task No_address_of_the_site_names_who_asked(string reader)
    {
        var (read, leaks) = await Walk(reader);

        Assert.True(leaks.Count == 0, $"{reader}:\n" + string.Join('\n', leaks));
        // What is walked shows the question: else it would prove nothing.
        Assert.InRange(read.Count(answer => answer.Text.Contains("wobbegong", StringComparison.OrdinalIgnoreCase)), reader == "visitor" ? 8 : 20, 1_000);
    }

    [Theory]
    [InlineData("member"), InlineData("moderator"), InlineData("administrator"), InlineData("guest"), InlineData("visitor")]
    public async Task Nothing_that_is_asked_for_the_name_leads_to_the_question(string reader)
    {
        foreach (var surface in TypedNames)
        {
            var (status, text) = await Seen(reader, Filled(surface));
            Assert.True(status < 500, surface);
            Assert.False(text.Contains("About wobbegong", StringComparison.OrdinalIgnoreCase) || text.Contains($"/questions/{stage.Things["question"]}", StringComparison.Ordinal), $"{reader}: {surface}");
        }

        foreach (var page in new[] { $"/people/{stage.IdOf("asker")}", $"/people/{stage.IdOf("asker")}/zephyrine-quillfeather", $"/admin/people/{stage.IdOf("asker")}", $"/admin/people?who=zephyrine" })
            Assert.DoesNotContain("wobbegong", (await Seen(reader, page)).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(404, (await Seen(reader, $"/people/{stage.Things["mask"]}")).Status);
    }

    [Fact]
    public async Task An_export_names_somebody_and_nobody()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".zip");
        await stage.Site.Verb<ExportEverything>().Run(path, withEmails: true);
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(path, TestContext.Current.CancellationToken);
            var shown = 0;
            foreach (var entry in zip.Entries.Where(entry => entry.Length > 0))
            {
                using var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
                foreach (var line in (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n'))
                {
                    if (entry.FullName.EndsWith("people.jsonl", StringComparison.Ordinal)) Assert.DoesNotContain($"\"id\":{stage.Things["mask"]},", line.ToLowerInvariant(), StringComparison.Ordinal);
                    // That somebody chose something for their own pages says nothing of the question.
                    else Assert.False(Names(line) && !line.Contains("\"kind\":\"preferencesChanged\"", StringComparison.Ordinal), $"{entry.FullName}: {line}");
                    if (line.Contains("wobbegong", StringComparison.OrdinalIgnoreCase)) shown++;
                    Assert.DoesNotContain($"Id\":{stage.Things["mask"]},", line, StringComparison.Ordinal);
                }
            }

            Assert.InRange(shown, 5, int.MaxValue);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task No_mail_no_live_message_and_no_line_of_the_log_names_who_asked()
    {
        Assert.All(stage.Sink.Mails.Where(mail => !mail.Contains("To: Zephyrine", StringComparison.Ordinal)), mail => Assert.False(Names(mail)));
        Assert.DoesNotContain(await stage.Site.Store.Read(db => db.Set<Community.Notifications.Mail>().ToListAsync()), mail => mail.Text.Contains("wobbegong", StringComparison.OrdinalIgnoreCase) && Names(mail.Text));
        Assert.InRange(stage.Told.Count, 10, 1_000);
        Assert.All(stage.Told, told => Assert.DoesNotContain("actor", told, StringComparison.OrdinalIgnoreCase));

        var lines = stage.Log.Lines.Select(line => line.ToString()!).Where(line => line.Contains("POST", StringComparison.Ordinal) && (line.Contains("/new/", StringComparison.Ordinal) || line.Contains("/topics/{id:long}/posts", StringComparison.Ordinal))).ToList();
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.DoesNotContain($"person {stage.IdOf("asker")}", line, StringComparison.Ordinal));
    }

    /// <summary>All of them show that they are here, and on the note the two others see each other.</summary>
    [Fact]
    public async Task Nobody_is_told_who_else_has_the_question_open_writes_there_or_edits_it()
    {
        foreach (var (_, where, line) in stage.Lines.Where(line => line.Where == "note")) Assert.Equal((where, 1), (where, (await line.UntilHere(here => here.People.Count == 1))?.People.Count));

        foreach (var (who, where, line) in stage.Lines.Where(line => line.Where != "note")) Assert.Equal((who, where, 0), (who, where, line.Presents.Count));
        foreach (var reader in new[] { "asker", "member", "moderator", "administrator", "steward" })
        {
            Assert.Equal(404, (await Seen(reader, $"/topics/{stage.Things["question"]}/here")).Status);
            Assert.DoesNotContain("is editing this", (await Seen(reader, $"/posts/{stage.Things["opening"]}/edit/others")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_push_names_who_asked()
    {
        var (writer, told) = (stage.Site.Services.GetRequiredService<IWritePushes>(), 0);
        var notices = await stage.Site.Store.Read(db => db.Notifications.Where(n => n.PersonId != stage.IdOf("asker")).Select(n => new { n.PersonId, n.TopicId, n.SpaceId }).Distinct().ToListAsync());
        foreach (var about in notices)
        {
            var device = new PushDevice(about.PersonId, Guid.NewGuid(), new PushTarget("", "", ""), "", DateTime.UtcNow);
            if (await writer.Write(new Push(device, 0, about.TopicId, about.TopicId is null ? about.SpaceId : null, DateTime.UtcNow), TestContext.Current.CancellationToken) is not { } written) continue;

            told += written.Title == MaskStage.Title ? 1 : 0;
            Assert.False(Names($"{written.Title} {written.Body} {written.Url}"), written.ToString());
        }

        Assert.True(told > 0);
    }

    [Fact]
    public async Task No_device_keeps_a_page_that_tells_who_asked()
    {
        var question = $"/questions/{stage.Things["question"]}/about-wobbegong-repair";
        foreach (var (reader, path, may) in new[] { ("asker", question, false), ("asker", "/", false), ("asker", "/notifications", false), ("asker", $"/notes/{stage.Things["note"]}", true), ("member", question, true), ("member", "/", true), ("member", "/notifications", true) })
        {
            var answer = await stage[reader].GetAsync(new Uri(path, UriKind.Relative));
            if (answer.StatusCode == HttpStatusCode.MovedPermanently) answer = await stage[reader].GetAsync(answer.Headers.Location);
            Assert.Equal((reader, path, HttpStatusCode.OK, may), (reader, path, answer.StatusCode, answer.Headers.Contains("Community-Keep")));
        }
    }

    [Fact]
    public async Task The_asker_sees_the_own_mask_and_each_look()
    {
        var page = await stage["asker"].Page($"/questions/{stage.Things["question"]}/x-y");
        page = page.Length > 0 ? page : await stage["asker"].Page($"/questions/{stage.Things["question"]}/about-wobbegong-repair");
        Assert.Contains("You asked this without your name", page, StringComparison.Ordinal);
        Assert.Contains("You, without your name", page, StringComparison.Ordinal);
        Assert.Contains("It names a reader.", page, StringComparison.Ordinal);
        Assert.Contains("looked who asked this", await stage["asker"].Page("/notifications"), StringComparison.Ordinal);
        Assert.Contains("It names a reader.", (await stage.Program("asker").GetStringAsync($"/api/v1/topics/{stage.Things["question"]}/mask/looks")), StringComparison.Ordinal);
        Assert.Equal(404, (await Seen("member", $"/api/v1/topics/{stage.Things["question"]}/mask/looks")).Status);
    }

    /// <summary>Whether a text says who asked: by name, by address, or by the id where an author or an actor stands.</summary>
    bool Names(string text) => text.Contains("zephyrine", StringComparison.OrdinalIgnoreCase) || text.Contains("quillfeather", StringComparison.OrdinalIgnoreCase)
        || new[] { $"/people/{stage.IdOf("asker")}/", $"/people/{stage.IdOf("asker")}\"", $"\"id\":{stage.IdOf("asker")},\"name\"", $"\"actorId\":{stage.IdOf("asker")},", $"\"ActorId\":{stage.IdOf("asker")},", $"\"AuthorId\":{stage.IdOf("asker")},", $"\"authorId\":{stage.IdOf("asker")}," }.Any(mark => text.Contains(mark, StringComparison.Ordinal));

    /// <summary>Every address that is read, with the ids of the question and what belongs to it in its places.</summary>
    internal async Task<(List<(string Address, string Text)> Read, List<string> Leaks)> Walk(string reader)
    {
        var (read, leaks) = (new List<(string, string)>(), new List<string>());
        foreach (var (template, address) in Endpoints.Of(stage.Site).Concat(Endpoints.OfApi(stage.Site)).Where(address => address.Method == "GET").SelectMany(Addresses).Concat(Searches.Select(search => (search, Filled(search)))).DistinctBy(found => found.Item2))
        {
            if (address.StartsWith("/sign-out", StringComparison.Ordinal) || ListsOfPeople.Contains(template)) continue;

            var (status, text) = await Seen(reader, address);
            if (status == 200) read.Add((address, text));
            if (Names(text)) leaks.Add($"{address} ({status})");
        }

        return (read, leaks);
    }

    IEnumerable<(string Template, string Address)> Addresses(Address address)
    {
        string[] ids = address.Template switch
        {
            var t when t.Contains("/posts", StringComparison.Ordinal) && t.Contains("{id", StringComparison.Ordinal) && !t.Contains("/topics/", StringComparison.Ordinal) => ["opening", "comment", "own", "answer", "text"],
            var t when t.Contains("/attachments", StringComparison.Ordinal) => ["file"],
            var t when t.Contains("/people", StringComparison.Ordinal) => ["mask"],
            var t when t.Contains("/notes", StringComparison.Ordinal) => ["note"],
            _ => ["question", "note"],
        };
        foreach (var id in ids)
        {
            var filled = address.Fill(place => place switch { "slug" => MaskStage.Open, "id" or "topicId" or "postId" => $"{stage.Things[id]}", "tag" or "name" => "repair", "kind" => "question", "number" => "1", "from" => "1", _ => null });
            yield return (address.Template, filled);
        }
    }

    string Filled(string template) => stage.Things.Aggregate(template.Replace("{asker}", $"{stage.IdOf("asker")}", StringComparison.Ordinal), (text, thing) => text.Replace("{" + thing.Key + "}", $"{thing.Value}", StringComparison.Ordinal));

    async Task<(int Status, string Text)> Seen(string reader, string path)
    {
        var client = path.StartsWith("/api/", StringComparison.Ordinal) ? stage.Program(reader) : stage[reader];
        var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        if (answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found && answer.Headers.Location is { } there && !there.IsAbsoluteUri)
            answer = await client.GetAsync(new Uri(there.ToString().Split('#')[0], UriKind.Relative));
        return ((int)answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()) + WebUtility.UrlDecode(answer.Headers.Location?.ToString()));
    }
}
