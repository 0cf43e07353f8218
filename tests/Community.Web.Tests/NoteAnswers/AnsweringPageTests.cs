using System.Net;
using Community.Governance;
using Community.Notes.Bench;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.NoteAnswers;

/// <summary>Notes that answer questions, by forms alone, and with the eyes of those who may see only one of the two.</summary>
public sealed class AnsweringPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task Each_shows_the_other_behind_the_gate_both_ways()
    {
        await Space("open-notes");
        await Space("closed-notes", Tier.Unit);
        var (anna, mia) = (await site.Person("Anna Asker"), await site.Person("Mia Member"));
        foreach (var person in new[] { anna, mia }) await site.Verb<EnrolPerson>().Run(site.AdministratorId, "closed-notes", person, asSteward: false);
        var open = await site.Verb<StartTopic>().Run(anna, "open-notes", TopicKind.Question, "Where do open parcels go?", "Text.", []);
        var hidden = await site.Verb<StartTopic>().Run(anna, "closed-notes", TopicKind.Question, "Canaryquestion of the unit?", "Text.", []);
        var note = await site.Verb<StartTopic>().Run(anna, "open-notes", TopicKind.Note, "Parcels that come back", "To the annex.", []);
        var secret = await site.Verb<StartTopic>().Run(anna, "closed-notes", TopicKind.Note, "Canarynote of the unit", "To the annex.", []);
        using var asker = await site.SignedIn("Anna Asker");
        using var member = await site.SignedIn("Mia Member");
        using var other = await site.SignedIn("Olaf Other");
        var (openAt, hiddenAt, noteAt) = ($"/questions/{open}/where-do-open-parcels-go", $"/questions/{hidden}/canaryquestion-of-the-unit", $"/notes/{note}/parcels-that-come-back");

        var wrong = await asker.PostForm($"/questions/{open}/notes", [("note", "No such note")], on: openAt);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("value=\"No such note\"", await wrong.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await asker.PostForm($"/questions/{open}/notes", [("note", "parcels that come back")], on: openAt)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await asker.PostForm($"/questions/{open}/notes", [("note", $"https://community.example/notes/{secret}/x")], on: openAt)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await asker.PostForm($"/notes/{note}/questions", [("question", "Canaryquestion of the unit?")], on: noteAt)).StatusCode);

        var seen = await member.Page(openAt);
        foreach (var said in new[] { "A note answers this:", "Parcels that come back", "Verified", "Canarynote of the unit" }) Assert.Contains(said, seen, StringComparison.Ordinal);
        Assert.Contains("Canaryquestion of the unit?", await member.Page(noteAt), StringComparison.Ordinal);
        Assert.Contains("Where do open parcels go?", await member.Page(noteAt), StringComparison.Ordinal);
        Assert.Contains("Parcels that come back", await member.Page(hiddenAt), StringComparison.Ordinal);

        var unseen = await other.Page(openAt);
        Assert.Contains("Parcels that come back", unseen, StringComparison.Ordinal);
        Assert.DoesNotContain("Canarynote", unseen, StringComparison.Ordinal);
        Assert.DoesNotContain($"notes/{secret}", unseen, StringComparison.Ordinal);
        Assert.DoesNotContain("It does not", unseen, StringComparison.Ordinal);
        Assert.DoesNotContain("Canaryquestion", await other.Page(noteAt), StringComparison.Ordinal);
        Assert.Contains("A note answers it", await other.Page("/spaces/open-notes"), StringComparison.Ordinal);
        Assert.DoesNotContain("Where do open parcels go?", await other.Page("/unanswered"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await other.PostForm($"/questions/{hidden}/notes", [("note", "Parcels that come back")], on: "/unanswered")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostForm($"/questions/{open}/notes/{note}/end", [], on: openAt)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostForm($"/questions/{open}/notes/{secret}/end", [], on: openAt)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.PostForm($"/questions/{open}/notes", [("note", "Canarynote of the unit")], on: openAt)).StatusCode);

        // Only what is out of the reader's sight answers it: for that reader nothing does.
        Assert.Equal(HttpStatusCode.SeeOther, (await asker.PostForm($"/questions/{open}/notes/{note}/end", [], on: openAt)).StatusCode);
        Assert.DoesNotContain("A note answers", await other.Page(openAt), StringComparison.Ordinal);
        Assert.DoesNotContain("A note answers it", await other.Page("/spaces/open-notes"), StringComparison.Ordinal);
        Assert.Contains("Where do open parcels go?", await other.Page("/unanswered"), StringComparison.Ordinal);
        Assert.DoesNotContain("Where do open parcels go?", await member.Page("/unanswered"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_names_the_note_and_nothing_is_lost_where_it_cannot()
    {
        await Space("became");
        var anna = await site.Person("Anna Asker");
        var question = await site.Verb<StartTopic>().Run(anna, "became", TopicKind.Question, "How are maps folded?", "Text.", []);
        var note = await site.Verb<StartTopic>().Run(anna, "became", TopicKind.Note, "Folding maps", "Not at all.", []);
        using var asker = await site.SignedIn("Anna Asker");
        var at = $"/questions/{question}/how-are-maps-folded";

        Assert.Contains("Which note, where it became one", await asker.Page(at), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await asker.PostForm($"/topics/{question}/close", [("outcome", "Note"), ("note", "Nothing of the kind"), ("reason", "Written")], on: at)).StatusCode);
        Assert.DoesNotContain("Closed by", await asker.Page(at), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await asker.PostForm($"/topics/{question}/close", [("outcome", "Note"), ("note", "Folding maps"), ("reason", "Written")], on: at)).StatusCode);
        var page = await asker.Page(at);
        foreach (var said in new[] { "it became practice", "A note answers this:", "Folding maps" }) Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains("How are maps folded?", await asker.Page($"/notes/{note}/folding-maps"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bench_offers_what_its_note_answers()
    {
        await Space("benched");
        var (anna, nora) = (await site.Person("Anna Asker"), await site.Person("Nora Noter"));
        var question = await site.Verb<StartTopic>().Run(anna, "benched", TopicKind.Question, "How are globes dusted?", "Text.", []);
        using var noter = await site.SignedIn("Nora Noter");
        foreach (var isAnswer in new[] { true, false })
        {
            var answer = await site.Verb<AddPost>().Run(anna, question, Part.Answer, null, "With a soft brush, from the pole down.");
            await site.Verb<AddToBench>().Run(nora, answer, null);
            await site.Verb<KeepBench>().Run(nora, new BenchDraft("Dusting globes", "", "benched", "", [], new Dictionary<long, string>()));
            await site.Verb<PutPassages>().Run(nora, await site.Store.Read(db => db.BenchPassages.Where(p => p.PersonId == nora).Select(p => p.Id).ToListAsync()), 0);
            Assert.Contains($"<input type=\"checkbox\" name=\"Answers\" value=\"{question}\" checked", await noter.Page("/bench"), StringComparison.Ordinal);

            var block = await site.Store.Read(db => db.BenchBlocks.Where(b => b.PersonId == nora).Select(b => new { b.Id, b.Text }).SingleAsync());
            var published = await noter.PostForm("/bench", [("Title", $"Dusting globes {isAnswer}"), ("Space", "benched"), .. NoteSkeleton.Headings.Select(heading => ("Headings", heading)), ($"Texts[{block.Id}]", block.Text), ("OffersAnswers", "true"), .. isAnswer ? new[] { ("Answers", $"{question}") } : [], ("Act", "publish")]);
            Assert.Equal(HttpStatusCode.SeeOther, published.StatusCode);
            // The first says so, the second does not.
            Assert.Equal(2, (await noter.Page($"/questions/{question}/how-are-globes-dusted")).Split("A note answers this:").Length);
        }
    }

    async Task Space(string slug, Tier tier = Tier.Institution)
    {
        await site.Verb<MakeSpace>().Run(site.AdministratorId, slug, slug, "", tier);
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, slug, await site.Person("Stella Steward"), asSteward: true);
    }
}
