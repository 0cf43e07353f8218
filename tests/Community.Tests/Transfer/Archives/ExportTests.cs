using System.IO.Compression;
using System.Text.Json;
using Community.People;
using Community.Questions;
using Community.Topics;
using Community.Transfer.Export;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Transfer.Archives;

public sealed class ExportTests(Village village) : IClassFixture<Village>, IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-export");

    [Fact]
    public async Task Every_published_text_is_in_it_and_none_that_was_taken_out_of_sight()
    {
        foreach (var space in Village.Spaces) await village.Start(village.Writer, TopicKind.Note, space, "Note in " + space, "published-" + space);
        var question = await village.Start(village.Writer, TopicKind.Question, title: "How? \"So\": [x]", body: "published-question\n\n# A heading\n\n```\n---\n```", tags: ["paste"]);
        var answer = await village.Add(village.Member, question, Part.Answer, body: "published-answer");
        await village.Add(village.Writer, question, Part.Comment, answer, "published-comment");
        await village.Verb<AcceptAnswer>().Run(village.Writer, question, answer);
        await village.Verb<RevisePost>().Run(village.Member, answer, new Edit("published-answer published-again", "clearer", 1));
        await village.Verb<WithdrawPost>().Run(village.Member, await village.Add(village.Member, question, Part.Answer, body: "canary-withdrawn"));
        await village.Verb<RemovePost>().Run(village.Moderator, await village.Add(village.Member, question, Part.Answer, body: "canary-removed"), "off topic");
        var gone = await village.Start(village.Member, title: "canary-title", body: "canary-opening");
        await village.Verb<WithdrawPost>().Run(village.Member, await village.Opening(gone));
        var draft = await village.Start(village.Member, title: "canary-draft", body: "canary-draft");
        await village.Store.Write(db => db.Database.ExecuteSqlAsync($"""UPDATE "Posts" SET "Standing" = 'Draft' WHERE "TopicId" = {draft}"""));
        await village.Store.Write(db => db.Database.ExecuteSqlAsync($"""UPDATE "Topics" SET "Standing" = 'Draft' WHERE "Id" = {draft}"""));

        var files = await Exported();

        var all = string.Join('\n', files.Values);
        foreach (var space in Village.Spaces) Assert.Contains("published-" + space, files[$"spaces/{space}/notes/{await village.Read(db => db.Topics.Where(t => t.Title == "Note in " + space).Select(t => t.Id).SingleAsync())}-note-in-{space}.md"], StringComparison.Ordinal);
        Assert.DoesNotContain("canary", all, StringComparison.Ordinal);
        var text = files[$"spaces/{Village.Institution}/questions/{question}-how-so-x.md"];
        Assert.StartsWith("---\ntitle: \"How? \\\"So\\\": [x]\"\nid: ", text, StringComparison.Ordinal);
        Assert.Contains($"accepted: post-{answer}", text, StringComparison.Ordinal);
        Assert.Contains("## Answer by Alice Novak, accepted", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("published-again", StringComparison.Ordinal) < text.IndexOf("published-comment", StringComparison.Ordinal));
        Assert.Contains("(Withdrawn by its author.)", text, StringComparison.Ordinal);
        Assert.Contains("(Hidden by a moderator.)", text, StringComparison.Ordinal);
        Assert.Contains("(taken out of sight)", files[$"spaces/{Village.Institution}/threads/{gone}.md"], StringComparison.Ordinal);
        Assert.Contains("\"summary\":\"clearer\"", files["data/revisions.jsonl"], StringComparison.Ordinal);
        Assert.Contains($"questions/{question}-how-so-x.md", files[$"spaces/{Village.Institution}/index.md"], StringComparison.Ordinal);
        Assert.Contains($"spaces/{Village.Public}/index.md", files["index.md"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_hash_session_token_or_address_is_in_it_and_addresses_only_when_asked_for()
    {
        await village.Store.Write(async db =>
        {
            var account = db.Accounts.Add(Account.For(await db.People.SingleAsync(p => p.Id == village.Member), "alice@library.example")).Entity;
            account.TakePassword("secret-hash");
            account.SecurityStamp = "secret-stamp";
            db.Sessions.Add(new Session(Guid.NewGuid(), village.Member, "secret-device", village.Clock.Now()));
            await db.SaveChangesAsync();
        });

        var without = string.Join('\n', (await Exported()).Values);
        var with = (await Exported(withEmails: true))["data/people.jsonl"];

        Assert.DoesNotContain("secret-", without, StringComparison.Ordinal);
        Assert.DoesNotContain("alice@library.example", without, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("alice@library.example", with, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-", with, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_vote_it_was_and_who_took_the_name_off_is_not_said()
    {
        var asker = await village.Person("Nell Nameless");
        await village.Enrol(Village.Institution, asker);
        var question = await village.Start(asker, TopicKind.Question, title: "Shy question", body: "Who may know?");
        var opening = await village.Opening(question);
        await village.Add(village.Member, question, Part.Answer);
        await village.Verb<CastVote>().Run(village.Colleague, opening, 1);
        await village.Verb<UnnamePost>().Run(asker, opening);

        var files = await Exported();

        var rows = files["data/events.jsonl"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).Where(e => e.GetProperty("topicId").ValueKind == JsonValueKind.Number && e.GetProperty("topicId").GetInt64() == question).ToList();
        Assert.Equal(["started", "answered", "voted", "unnamed"], rows.Select(e => e.GetProperty("kind").GetString()));
        Assert.Equal([null, village.Member, null, null], rows.Select(e => e.GetProperty("actorId").ValueKind == JsonValueKind.Null ? null : (long?)e.GetProperty("actorId").GetInt64()));
        Assert.All(files.Where(file => file.Key != "data/people.jsonl"), file => Assert.DoesNotContain("Nell Nameless", file.Value, StringComparison.Ordinal));
        foreach (var name in new[] { "topics", "posts", "revisions" })
            Assert.DoesNotMatch($"\"(authorId|editorId)\":{asker}\\b", files[$"data/{name}.jsonl"]);
    }

    [Fact]
    public async Task Names_of_files_are_safe_on_every_system_and_the_order_is_the_same_each_time()
    {
        foreach (var title in new[] { "../../etc/passwd", "CON", "a:b|c?*<>\"", "Čeština a ěščř", "日本語", new string('x', 200) }) await village.Start(village.Writer, title: title);

        var (first, second) = (await Exported(), await Exported());

        Assert.All(first.Keys, name => Assert.Matches("^[A-Za-z0-9./-]+$", name));
        Assert.All(first.Keys, name => Assert.DoesNotContain("..", name, StringComparison.Ordinal));
        Assert.All(first.Keys, name => Assert.InRange(name.Length, 1, 150));
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Files_of_published_posts_lie_beside_the_texts_that_link_them_and_no_others()
    {
        var (shown, earlier, quoted) = (await Stored("shown ä.txt"), await Stored("earlier.txt"), await Stored("quoted.txt"));
        var topic = await village.Start(village.Writer, space: Village.Unit, title: "With files",
            body: $"See [the \\[list\\]]({shown.Address} \"All\"), ![again](<{shown.Address}>) and [this][one].\n\n- | a |\n  | - |\n  | [c]({shown.Address}) |\n\n```\n[code]({shown.Address})\n```\n\n[one]: {earlier.Address}");
        await village.Start(village.Writer, space: Village.Public, title: "Elsewhere", body: $"[q]({quoted.Address}) and [foreign](/attachments/999999/x.txt)");
        await village.Verb<RevisePost>().Run(village.Writer, await village.Opening(topic), new Edit($"See [the list]({shown.Address} \"All\").\n\n`[code]({shown.Address})` [q]({quoted.Address})\n\n> [x]: {shown.Address}", "", 1));
        await village.Verb<WithdrawPost>().Run(village.Writer, await village.Add(village.Writer, topic, Part.Reply, body: (await Stored("left-withdrawn.txt")).Markdown()));
        await village.Verb<RemovePost>().Run(village.Administrator, await village.Add(village.Writer, topic, Part.Reply, body: (await Stored("left-removed.txt")).Markdown()), "off topic");
        await village.Verb<SaveDraft>().Run(village.Writer, DraftPlace.ReplyIn(topic), new DraftText((await Stored("left-draft.txt")).Markdown()), null);

        var files = await Exported();

        var folder = $"spaces/{Village.Unit}/files/";
        Assert.Equal([$"{folder}{shown.Id}-shown-a.txt", $"{folder}{earlier.Id}-earlier.txt", $"{folder}{quoted.Id}-quoted.txt"], files.Keys.Where(name => name.StartsWith(folder, StringComparison.Ordinal)));
        Assert.Equal("holds shown ä.txt", files[$"{folder}{shown.Id}-shown-a.txt"]);
        var text = files[$"spaces/{Village.Unit}/threads/{topic}-with-files.md"];
        Assert.Contains($"See [the list](../files/{shown.Id}-shown-a.txt \"All\").\n\n`[code]({shown.Address})` [q](../files/{quoted.Id}-quoted.txt)\n\n> [x]: ../files/{shown.Id}-shown-a.txt", text, StringComparison.Ordinal);
        Assert.Contains(files, file => file.Value.Contains($"[q](../files/{quoted.Id}-quoted.txt) and [foreign](/attachments/999999/x.txt)", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => (file.Key + file.Value).Contains("left-withdrawn.txt", StringComparison.Ordinal) || (file.Key + file.Value).Contains("left-removed.txt", StringComparison.Ordinal) || (file.Key + file.Value).Contains("left-draft.txt", StringComparison.Ordinal));
    }

    Task<StoredAttachment> Stored(string name) => village.Verb<StoreAttachment>().Run(village.Writer, name, new MemoryStream(System.Text.Encoding.UTF8.GetBytes("holds " + name)));

    async Task<Dictionary<string, string>> Exported(bool withEmails = false)
    {
        var path = Path.Combine(folder.FullName, Guid.NewGuid().ToString("N") + ".zip");
        await village.Verb<ExportEverything>().Run(path, withEmails);
        using var zip = ZipFile.OpenRead(path);
        var files = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            files.Add(entry.FullName, await reader.ReadToEndAsync());
        }

        return files;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
