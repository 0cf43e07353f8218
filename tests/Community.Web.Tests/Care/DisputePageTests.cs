using System.Net;
using Community.Governance;
using Community.Notes;
using Community.Notes.Bench;
using Community.Notes.Care;
using Community.Spaces;
using Community.Topics;
using Community.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Care;

/// <summary>A passage in question, as browsers and programs get it: Nora keeps the notes, Rita reads them, Olga reads no closed space.</summary>
public sealed class DisputePageTests(RunningSite site) : IClassFixture<RunningSite>
{
    const string Closed = "dispute-closed", Open = "dispute-open";
    const string Text = "## Which value\n\nWrite the price of a replacement copy, as the shop asks for it today.\n\n## Home\n\nThe return slip must say that these are our own property.";

    [Fact]
    public async Task A_steward_chooses_a_passage_and_both_positions_stand_at_it_for_everybody_until_they_are_settled()
    {
        var (nora, rita) = (await site.SignedIn("Nora Keeper"), await site.SignedIn("Rita Reader"));
        var (note, page) = await Note("The value on the form");
        var form = await nora.Page($"/topics/{note}/care");
        Assert.Contains("<optgroup label=\"Which value\">", form, StringComparison.Ordinal);
        Assert.Contains("<option value=\"1.2\">Write the price of a replacement copy", form, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await Dispute(nora, note, "1.2")).StatusCode);
        foreach (var browser in new[] { nora, rita, site.Visitor() })
        {
            var shown = await browser.Page(page);
            Assert.Contains("One passage disputed", shown, StringComparison.Ordinal);
            var at = shown.IndexOf("<div class=\"block disputed\" id=\"block-", StringComparison.Ordinal);
            var isSignedIn = browser == nora || browser == rita;
            foreach (var side in isSignedIn ? new[] { "Nora Keeper says", "Rita Reader says" } : ["Somebody says"]) Assert.InRange(shown.IndexOf(side, StringComparison.Ordinal), at + 1, shown.IndexOf("The return slip", StringComparison.Ordinal));
            Assert.DoesNotContain("note-dispute", shown, StringComparison.Ordinal);
            Assert.Equal(browser == nora, shown.Contains("care#settle-", StringComparison.Ordinal));
        }

        Assert.Contains("Disputed", await rita.Page("/notes"), StringComparison.Ordinal);
        var dispute = await site.Store.Read(db => db.NoteDisputes.Where(d => d.TopicId == note).Select(d => d.Id).SingleAsync());
        Assert.Contains($"id=\"settle-{dispute}\"", await nora.Page($"/topics/{note}/care"), StringComparison.Ordinal);
        Assert.DoesNotContain("settle-", await rita.Page($"/topics/{note}/care"), StringComparison.Ordinal);
        Assert.Contains("You are named in a dispute", await rita.Page($"/topics/{note}/care"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await nora.PostForm($"/topics/{note}/settle", [("dispute", $"{dispute}"), ("outcome", "The price it is.")], $"/topics/{note}/care")).StatusCode);
        Assert.DoesNotContain("Rita Reader says", await rita.Page(page), StringComparison.Ordinal);
        var history = await nora.Page($"/topics/{note}/care");
        Assert.Contains("let two positions stand at one passage", history, StringComparison.Ordinal);
        Assert.Contains("settled the dispute at one passage", history, StringComparison.Ordinal);
        Assert.Contains("The price it is.", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_of_a_passage_is_text_and_not_markup_wherever_it_is_shown()
    {
        var (nora, bad) = (await site.SignedIn("Nora Keeper"), "<img src=x onerror=alert(1)>");
        var (note, page) = await Note("Marked up");
        await site.Verb<DisputeNote>().Run(await site.Person("Nora Keeper"), note, new Side(await site.Person("Nora Keeper"), bad, "/posts/1?\"><b>"), new Side(await site.Person("Rita Reader"), bad, "/posts/2"), new NotePassage(1, 2));

        foreach (var address in new[] { page, $"/topics/{note}/care", "/due" })
        {
            var raw = await nora.Raw(address);
            Assert.DoesNotContain("<img src=x", raw, StringComparison.Ordinal);
            Assert.DoesNotContain("\"><b>", raw, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_cannot_be_said_in_few_words_is_offered_by_its_beginning_and_what_is_quoted_by_its_place()
    {
        var nora = await site.SignedIn("Nora Keeper");
        var hidden = await Opening((await Note("Quoted Kowari", Closed)).Note);
        var (note, page) = await Note("Long words");
        await Revise(note, $"{new string('x', 200)}\n\n> [!quote post={hidden} rev=1]\n> Write the price of a replacement copy\n\n{string.Concat(Enumerable.Repeat("\U0001F4D5", 80))}");
        await site.Verb<AppointNoteSteward>().Run(await site.Person("Nora Keeper"), note, await site.Person("Olga Outside"), true);
        var form = await (await site.SignedIn("Olga Outside")).Page($"/topics/{note}/care");

        Assert.Contains($">{new string('x', 90)} …<", form, StringComparison.Ordinal);
        Assert.Contains(">A picture or a quotation, passage 2<", form, StringComparison.Ordinal);
        Assert.DoesNotContain("Write the price", form, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Dispute(nora, note, "2.2")).StatusCode);
        Assert.Contains("One passage disputed", await nora.Page(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passage_that_was_revised_away_is_chosen_again_and_what_was_typed_is_there()
    {
        var nora = await site.SignedIn("Nora Keeper");
        var (note, page) = await Note("Revised meanwhile");
        await Revise(note, Text.Replace("as the shop asks for it today", "as the shop asks for it", StringComparison.Ordinal));
        var refused = await Dispute(nora, note, "1.2");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var again = await refused.Text();
        Assert.Contains("<option value=\"lost\" selected>Choose the passage again</option>", again, StringComparison.Ordinal);
        Assert.Contains("The price of a new one.", again, StringComparison.Ordinal);
        foreach (var passage in new[] { "lost", "x", "2", "2.0", "2.99", "-1.-1", "2.2.2" }) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Dispute(nora, note, passage)).StatusCode);
        Assert.False(await site.Store.Read(db => db.NoteDisputes.AnyAsync(d => d.TopicId == note)));

        Assert.Equal(HttpStatusCode.SeeOther, (await Dispute(nora, note, "2.2")).StatusCode);
        await Revise(note, "## Home\n\nThe return slip must say that these are our own property.");
        var gone = await nora.Page(page);
        Assert.Contains("Two positions on a passage that is not in the note any more", gone, StringComparison.Ordinal);
        Assert.DoesNotContain("One passage disputed", gone, StringComparison.Ordinal);
        Assert.Contains("Rita Reader says", gone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passage_with_a_source_shows_both_and_a_doubt_of_the_whole_note_says_more_than_one_passage()
    {
        var nora = await site.SignedIn("Nora Keeper");
        var (note, page, _) = await Distilled("With a source", Open);
        await site.Verb<DisputeNote>().Run(await site.Person("Nora Keeper"), note, await Side("Nora Keeper"), await Side("Rita Reader"), new NotePassage(1, await Place(note)));
        var shown = await site.Visitor().Page(page);
        Assert.Contains("<div class=\"block from disputed\" id=\"block-", shown, StringComparison.Ordinal);
        Assert.Contains("class=\"siglum\"", shown, StringComparison.Ordinal);
        Assert.Contains("One passage disputed", shown, StringComparison.Ordinal);

        await site.Verb<SayStillTrue>().Run(await site.Person("Rita Reader"), note, Verdict.No, "All of it is old.");
        foreach (var browser in new[] { nora, site.Visitor() }) Assert.DoesNotContain("One passage disputed", await browser.Page(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_read_the_space_is_told_nothing_of_what_is_disputed_there_and_a_right_that_is_lost_counts_at_once()
    {
        var stig = await site.SignedIn("Stig Keeper");
        var (note, page) = await Note("Wallaby of the vault", Closed);
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, Closed, await site.Person("Stig Keeper"), false);
        await site.Verb<AppointNoteSteward>().Run(await site.Person("Nora Keeper"), note, await site.Person("Stig Keeper"), true);
        await site.Verb<DisputeNote>().Run(await site.Person("Nora Keeper"), note, await Side("Nora Keeper", "Wallaby yes."), await Side("Stig Keeper", "Wallaby no."), new NotePassage(1, 2));
        Assert.Contains("Wallaby no.", await stig.Page(page), StringComparison.Ordinal);
        Assert.Contains("Wallaby", await stig.Page("/due"), StringComparison.Ordinal);
        var stigs = await site.Program(await site.Person("Stig Keeper"));
        Assert.Equal(200, (await stigs.Call("GET", $"notes/{note}/disputes")).Status);

        await site.Verb<DismissPerson>().Run(site.AdministratorId, Closed, await site.Person("Stig Keeper"));
        foreach (var browser in new[] { stig, await site.SignedIn("Olga Outside"), await site.SignedIn("Gina Guest", Role.Guest), site.Visitor() })
        {
            Assert.Equal(HttpStatusCode.NotFound, await browser.Status(page));
            foreach (var path in new[] { "/due", "/notes", "/search?q=wallaby", "/" }) Assert.DoesNotContain("Wallaby", await browser.Page(path), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Dispute(stig, note, "1.2", "/account")).StatusCode);
        Assert.Equal(404, (await stigs.Call("GET", $"notes/{note}/disputes")).Status);
        Assert.Equal(404, (await stigs.Call("POST", $"notes/{note}/disputes/1/outcome", new { outcome = "Mine." })).Status);
    }

    [Fact]
    public async Task Programs_let_positions_stand_read_and_settle_them()
    {
        var (note, _) = await Note("Of the programs");
        var (nora, olga) = (await site.Program(await site.Person("Nora Keeper")), await site.Program(await site.Person("Olga Outside")));
        var both = new object[] { new { person = await site.Person("Nora Keeper"), text = "The price.", link = "/posts/1" }, new { person = await site.Person("Rita Reader"), text = "A flat sum.", link = "/posts/2" } };
        Assert.Equal(403, (await olga.Call("POST", $"notes/{note}/disputes", new { positions = both })).Status);
        Assert.Equal(422, (await nora.Call("POST", $"notes/{note}/disputes", new { positions = both[..1] })).Status);
        Assert.Equal(422, (await nora.Call("POST", $"notes/{note}/disputes", new { })).Status);
        Assert.Equal(422, (await nora.Call("POST", $"notes/{note}/disputes", new { positions = both, passage = new { revision = 1, place = 99 } })).Status);

        Assert.Equal(200, (await nora.Call("POST", $"notes/{note}/disputes", new { positions = both, passage = new { revision = 1, place = 2 } })).Status);
        var read = (await olga.Call("GET", $"notes/{note}/disputes")).Text;
        Assert.Contains("\"place\":2", read, StringComparison.Ordinal);
        Assert.Contains("A flat sum.", read, StringComparison.Ordinal);
        var id = await site.Store.Read(db => db.NoteDisputes.Where(d => d.TopicId == note).Select(d => d.Id).SingleAsync());
        Assert.Equal(204, (await nora.Call("POST", $"notes/{note}/disputes/{id}/outcome", new { outcome = "The price it is." })).Status);
        Assert.Equal(409, (await nora.Call("POST", $"notes/{note}/disputes/{id}/outcome", new { outcome = "Again." })).Status);
        Assert.DoesNotContain("A flat sum.", (await olga.Call("GET", $"notes/{note}/disputes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_printed_note_has_its_sources_below_as_far_as_its_reader_sees_them()
    {
        var (_, page, _) = await Distilled("Printed with sources", Open, "Numbat street");
        var printed = Below(await site.Visitor().Page(page));
        Assert.Contains("<dt>a</dt><dd>Rita Reader, Numbat street, ", printed, StringComparison.Ordinal);
        Assert.Contains($"{site.Address.GetLeftPart(UriPartial.Authority)}/posts/", printed, StringComparison.Ordinal);

        var (_, hidden, source) = await Distilled("Printed without", Open, "Numbat of the vault", Closed);
        Assert.Contains("Numbat of the vault", Below(await (await site.SignedIn("Nora Keeper")).Page(hidden)), StringComparison.Ordinal);
        foreach (var browser in new[] { await site.SignedIn("Olga Outside"), site.Visitor() })
        {
            var text = await browser.Page(hidden);
            Assert.DoesNotContain("Numbat", text, StringComparison.Ordinal);
            Assert.DoesNotContain("sources-printed", text, StringComparison.Ordinal);
            Assert.DoesNotContain($"/posts/{source}", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_source_that_was_taken_back_is_named_on_paper_no_more()
    {
        var (_, page, source) = await Distilled("Printed after", Open, "Bilby street");
        await site.Verb<WithdrawPost>().Run(await site.Person("Rita Reader"), source);
        await site.Quiet();
        var printed = Below(await (await site.SignedIn("Nora Keeper")).Page(page));

        Assert.Contains("<dt>a</dt><dd>Taken back, ", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Bilby", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Rita", printed, StringComparison.Ordinal);
    }

    static string Below(string page)
    {
        var at = page.IndexOf("<section class=\"sources-printed\">", StringComparison.Ordinal);
        return at < 0 ? "" : page[at..page.IndexOf("</section>", at, StringComparison.Ordinal)];
    }

    async Task<Side> Side(string name, string text = "So it is.") => new(await site.Person(name), text, "/posts/1");

    static Task<HttpResponseMessage> Dispute(HttpClient browser, long note, string passage, string? on = null) => browser.PostForm($"/topics/{note}/dispute",
        [("passage", passage), ("one", "Nora Keeper"), ("oneText", "The price of a new one."), ("oneLink", "/posts/1"), ("other", "Rita Reader"), ("otherText", "A flat sum."), ("otherLink", "/posts/2")], on ?? $"/topics/{note}/care");

    async Task<(long Note, string Page)> Note(string title, string space = Open)
    {
        await Space(space);
        await site.Person("Rita Reader");
        var id = await site.Verb<StartTopic>().Run(await site.Person("Nora Keeper"), space, TopicKind.Note, title, Text, []);
        return (id, $"/notes/{id}/{Community.Web.Frame.Slug.Of(title)}");
    }

    /// <summary>A note of Nora's that took all of a post of Rita's.</summary>
    async Task<(long Note, string Page, long Source)> Distilled(string title, string space, string thread = "A thread", string? sourceSpace = null)
    {
        var (nora, rita) = (await site.Person("Nora Keeper"), await site.Person("Rita Reader"));
        foreach (var one in new[] { space, sourceSpace ?? space }) await Space(one);
        if (sourceSpace == Closed) await site.Verb<EnrolPerson>().Run(site.AdministratorId, Closed, rita, false);
        var topic = await site.Verb<StartTopic>().Run(rita, sourceSpace ?? space, TopicKind.Thread, thread, "Set the day before, then scan what lay in the box, and only then open the doors.", []);
        var source = await Opening(topic);
        var passage = await site.Verb<AddToBench>().Run(nora, source, null);
        await site.Verb<PutPassages>().Run(nora, [passage], 0);
        await site.Verb<KeepBench>().Run(nora, new BenchDraft(title, "So that nobody gets a wrong notice.", space, "", [], new Dictionary<long, string>()));
        var note = await site.Verb<PublishBench>().Run(nora);
        return (note, $"/notes/{note}/{Community.Web.Frame.Slug.Of(title)}", source);
    }

    /// <summary>Of the block that has a source.</summary>
    Task<int> Place(long note) => site.Store.Read(async db =>
    {
        var tied = await db.Set<Community.Notes.Lineage.LineageTie>().Where(t => t.Block.TopicId == note).Select(t => t.BlockId).SingleAsync();
        return (await db.Set<Community.Notes.Lineage.BlockLayout>().SingleAsync(l => l.Revision.Post.TopicId == note)).Blocks().FindIndex(block => block.Id == tied) + 1;
    });

    async Task Space(string space)
    {
        var tier = space == Closed ? Tier.Unit : Tier.Public;
        if (!await site.Store.Read(db => db.Spaces.AnyAsync(s => s.Slug == space))) await site.Verb<MakeSpace>().Run(null, space, space, "", tier);
        if (tier == Tier.Unit) await site.Verb<EnrolPerson>().Run(site.AdministratorId, space, await site.Person("Nora Keeper"), true);
    }

    async Task Revise(long note, string body) => await site.Verb<ReviseNote>().Run(await site.Person("Nora Keeper"), await Opening(note), new Edit(body, null, null));

    Task<long> Opening(long topicId) => site.Store.Read(db => db.Posts.Where(p => p.TopicId == topicId && p.Part == Part.Opening).Select(p => p.Id).SingleAsync());
}
