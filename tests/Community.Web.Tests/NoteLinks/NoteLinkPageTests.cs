using System.Net;
using Community.Notes;
using Community.Topics;
using Community.Web.Tests.Api;
using Community.Web.Tests.Gate;

namespace Community.Web.Tests.NoteLinks;

/// <summary>Links to notes on pages, in completion, in lists and in files: each reader is told of what that one may see, and of nothing else.</summary>
[Collection(nameof(GateVillage))]
public sealed class NoteLinkPageTests(GateVillage village)
{
    static readonly string Unit = GateVillage.Spaces[0], Institution = GateVillage.Spaces[1], Public = GateVillage.Spaces[3];

    [Fact]
    public async Task A_link_shows_what_the_note_is_called_now_and_leads_there()
    {
        var title = Title();
        var note = await village.Start(Institution, title, TopicKind.Note);
        var text = await Text(Institution, $"[[{title.ToUpperInvariant()}]] and [[{title}|these words]]. Or /notes/{note}.");
        await village.Verb<RetitleTopic>().Run(village.IdOf("author"), note, title + " anew", []);

        var page = await village["colleague"].Raw($"/posts/{await village.Opening(text)}/fragment");

        Assert.Contains($"<a class=\"note-link\" href=\"/notes/{note}/{Slug(title)}-anew\">{title} anew</a> and <a class=\"note-link\" href=\"/notes/{note}/{Slug(title)}-anew\">these words</a>. Or <a href=\"/notes/{note}/{Slug(title)}-anew\">{title} anew</a>.", page, StringComparison.Ordinal);
        Assert.Contains($">{title} anew</a>", (await village.Program("colleague").Read($"topics/{text}")).Text.Replace("\\u003C", "<", StringComparison.Ordinal).Replace("\\u003E", ">", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_that_is_not_there_for_the_reader_is_red_and_looks_the_same_whether_somebody_else_sees_one()
    {
        var (hidden, nowhere) = (Title(), Title());
        var note = await village.Start(Unit, hidden, TopicKind.Note);
        var text = await Text(Public, $"Lead.\n\n[[{hidden}]]\n\n[[{nowhere}]]\n\n[[note:{note}]]", "member");

        var seen = await Fragment("member", text);
        Assert.Contains($"href=\"/notes/{note}/", seen, StringComparison.Ordinal);
        foreach (var role in new[] { "colleague", "stranger", "visitor" })
        {
            var page = await Fragment(role, text);
            Assert.Equal(page.Split('\n').Single(line => line.Contains(hidden, StringComparison.Ordinal)).Replace(hidden, nowhere, StringComparison.Ordinal).Replace(Uri.EscapeDataString(hidden), Uri.EscapeDataString(nowhere), StringComparison.Ordinal),
                page.Split('\n').Single(line => line.Contains(nowhere, StringComparison.Ordinal)));
            Assert.DoesNotContain(Slug(hidden), page, StringComparison.Ordinal);
        }

        Assert.Contains($"<a class=\"note-link wanted\" href=\"/new/note?title={Uri.EscapeDataString(nowhere)}\"", await Fragment("colleague", text), StringComparison.Ordinal);
        Assert.Contains($"<span class=\"wanted\">{nowhere}</span>", await Fragment("visitor", text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_note_and_a_lost_right_turn_a_link_red()
    {
        var title = Title();
        var note = await village.Start(Institution, title, TopicKind.Note);
        var text = await Text(Institution, $"[[{title}]]");
        Assert.Contains($"/notes/{note}/", await Fragment("colleague", text), StringComparison.Ordinal);

        await village.Verb<MoveTopic>().Run(village.IdOf("administrator"), note, Unit);
        Assert.DoesNotContain($"/notes/{note}", await Fragment("colleague", text), StringComparison.Ordinal);
        Assert.Contains($"/notes/{note}/", await Fragment("member", text), StringComparison.Ordinal);

        await village.Verb<WithdrawPost>().Run(village.IdOf("author"), await village.Opening(note));
        Assert.Contains("note-link wanted", await Fragment("member", text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_heading_that_a_link_names_is_found_in_the_other_note()
    {
        var note = await village.Start(Institution, Title(), TopicKind.Note);
        await village.Verb<ReviseNote>().Run(village.IdOf("author"), await village.Opening(note), new Edit("## First *steps*\n\nx\n\n## First steps\n\ny", null, null));
        var text = await Text(Institution, $"[one](/notes/{note}#first-steps) [two](/notes/{note}/old-title#first-steps-1) [none](/notes/{note}#nothing)");

        var ids = System.Text.RegularExpressions.Regex.Matches(await village["colleague"].Raw($"/posts/{await village.Opening(note)}/fragment"), "<h[23] id=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        var page = await Fragment("colleague", text);

        Assert.Equal(2, ids.Count);
        Assert.Contains($"#{ids[0]}\">one</a>", page, StringComparison.Ordinal);
        Assert.Contains($"#{ids[1]}\">two</a>", page, StringComparison.Ordinal);
        Assert.Contains("#nothing\">none</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_that_several_notes_bear_leads_to_a_list_of_those_in_sight()
    {
        var title = Title();
        var (one, two, hidden) = (await village.Start(Institution, title, TopicKind.Note), await village.Start(Public, title, TopicKind.Note), await village.Start(Unit, title, TopicKind.Note));
        var address = "/notes/named?title=" + Uri.EscapeDataString(title);

        var page = await village["colleague"].Page(address);
        Assert.Contains($"/notes/{one}/", page, StringComparison.Ordinal);
        Assert.Contains($"/notes/{two}/", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/notes/{hidden}/", page, StringComparison.Ordinal);

        var alone = await village["stranger"].GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal((HttpStatusCode.Found, $"/notes/{two}/{Slug(title)}"), (alone.StatusCode, alone.Headers.Location?.ToString()));
        var nowhere = await village["colleague"].GetAsync(new Uri("/notes/named?title=No+such+thing", UriKind.Relative));
        Assert.Equal("/new/note?title=No%20such%20thing", nowhere.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, await village["visitor"].Status("/notes/named?title=No+such+thing"));
    }

    [Fact]
    public async Task Completion_offers_notes_in_sight_so_that_they_are_meant()
    {
        var word = "zorilla" + Guid.NewGuid().ToString("N")[..8];
        await village.Start(Unit, $"{word} hidden", TopicKind.Note);
        await village.Start(Institution, $"About {word}", TopicKind.Note);
        var one = await village.Start(Institution, $"{word} twice", TopicKind.Note);
        var two = await village.Start(Public, $"{word} twice", TopicKind.Note);
        await village.Start(Institution, $"{word} thread", TopicKind.Thread);

        var seen = await village["colleague"].Page($"/notes/names?q={word[..6]}");
        Assert.Contains($"\"value\":\"[[About {word}]]\"", seen, StringComparison.Ordinal);
        foreach (var id in new[] { one, two }) Assert.Contains($"[[note:{id}]]", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("thread", seen, StringComparison.Ordinal);
        Assert.Contains("hidden", await village["member"].Page($"/notes/names?q={word}"), StringComparison.Ordinal);
        Assert.Contains($"[[{word} twice]]", await village["stranger"].Page($"/notes/names?q={word}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await village["visitor"].Status($"/notes/names?q={word}"));
    }

    [Fact]
    public async Task A_note_says_what_leads_to_it_and_so_does_the_api()
    {
        var title = Title();
        var note = await village.Start(Institution, title, TopicKind.Note);
        var (open, hidden) = (await Text(Institution, $"[[{title}]]", title: "Open linking"), await Text(Unit, $"[[{title}]]", "member", "Hidden linking"));

        foreach (var (role, sees) in new[] { ("member", true), ("colleague", false) })
        {
            foreach (var page in new[] { await village[role].Page($"/notes/{note}/{Slug(title)}"), await village[role].Page($"/notes/{note}/links"), (await village.Program(role).Read($"notes/{note}/links")).Text })
            {
                Assert.Contains("Open linking", page, StringComparison.Ordinal);
                Assert.Equal(sees, page.Contains("Hidden linking", StringComparison.Ordinal));
            }
        }

        Assert.Equal(1, (await village.Program("colleague").Read($"notes/{note}/links"))["total"].GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, await village["stranger"].Status($"/notes/{note}/links"));
        Assert.Equal(404, (await village.Program("stranger").Read($"notes/{note}/links")).Status);
        Assert.True(open > 0 && hidden > 0);
    }

    [Fact]
    public async Task Wanted_notes_count_texts_in_sight()
    {
        var (wanted, hidden) = (Title(), Title());
        await Text(Institution, $"[[{wanted}]] [[{wanted}]]");
        await Text(Public, $"[[{wanted.ToUpperInvariant()}]]");
        await Text(Unit, $"[[{wanted}]] [[{hidden}]]", "member");

        async Task<(int Wanted, int Hidden)> Counts(string role)
        {
            var items = (await village.Program(role).Read("notes/wanted?limit=100")).Json.GetProperty("items").EnumerateArray().ToDictionary(item => Folded.Of(item.GetProperty("title").GetString()!), item => item.GetProperty("topics").GetInt32());
            return (items.GetValueOrDefault(Folded.Of(wanted)), items.GetValueOrDefault(Folded.Of(hidden)));
        }

        Assert.Equal(((3, 1), (2, 0), (1, 0)), (await Counts("member"), await Counts("colleague"), await Counts("stranger")));
        Assert.DoesNotContain(hidden, await village["colleague"].Page("/notes/wanted"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(hidden, await village["member"].Page("/notes/wanted"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NotFound, await village["visitor"].Status("/notes/wanted"));
    }

    [Fact]
    public async Task A_note_is_read_as_markdown_without_what_was_withdrawn()
    {
        var source = await Text(Institution, "The secret passage.", "member");
        var quoted = await village.Opening(source);
        var note = await village.Start(Institution, "A \"fine\" note: of mine", TopicKind.Note);
        await village.Verb<ReviseNote>().Run(village.IdOf("author"), await village.Opening(note), new Edit($"> [!quote post={quoted} rev=1]\n> The secret passage.\n\nThe rest.", null, null, null, ["zebra", "apple"]));

        var answer = await village["colleague"].GetAsync(new Uri($"/notes/{note}/whatever.md", UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(("text/markdown", HttpStatusCode.OK), (answer.Content.Headers.ContentType?.MediaType, answer.StatusCode));
        Assert.StartsWith($"---\ntitle: \"A \\\"fine\\\" note: of mine\"\nspace: {Institution}\ntags: [\"apple\",\"zebra\"]\nrevision: 2\nrevised: 20", text, StringComparison.Ordinal);
        Assert.Contains($"\naddress: \"{village.Site.Address.ToString().TrimEnd('/')}/notes/{note}/a-fine-note-of-mine\"\n---\n\n> [!quote post={quoted} rev=1]\n> The secret passage.\n\nThe rest.\n", text, StringComparison.Ordinal);
        Assert.Contains("stewards: [\"", text, StringComparison.Ordinal);

        await village.Verb<WithdrawPost>().Run(village.IdOf("member"), quoted);
        foreach (var masked in new[] { await village["colleague"].Page($"/notes/{note}/x.md"), (await village.Program("colleague").Read($"notes/{note}/markdown"))["markdown"].GetString()! })
        {
            Assert.DoesNotContain("secret passage", masked, StringComparison.Ordinal);
            Assert.Contains("The rest.", masked, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, await village["stranger"].Status($"/notes/{note}/x.md"));
        Assert.Equal(HttpStatusCode.NotFound, await village["colleague"].Status($"/notes/{source}/x.md"));
        Assert.Equal(404, (await village.Program("stranger").Read($"notes/{note}/markdown")).Status);
        await village.Verb<WithdrawPost>().Run(village.IdOf("author"), await village.Opening(note));
        Assert.Equal(HttpStatusCode.NotFound, await village["colleague"].Status($"/notes/{note}/x.md"));
    }

    static string Title() => $"Numbat {Guid.NewGuid():N}";

    static string Slug(string title) => Frame.Slug.Of(title);

    Task<long> Text(string space, string body, string role = "author", string title = "A thread") => village.Verb<StartTopic>().Run(village.IdOf(role), space, TopicKind.Thread, title, body, []);

    async Task<string> Fragment(string role, long topicId) => await village[role].Raw($"/posts/{await village.Opening(topicId)}/fragment");
}
