using Community.Events;
using Community.Glossary;
using Community.Transfer.Export;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Glossary;

/// <summary>A term is kept by many, and nothing that it said is lost.</summary>
public sealed class TermTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task A_term_is_cleaned_and_keeps_every_revision_with_who_and_when()
    {
        var id = await Add("  Holds\tqueue ", "Who comes\n next. ", village.Member, synonyms: ["reservations  list", "HOLDS QUEUE", "", "Reservations List", "wait list"]);
        village.Clock.Pass(TimeSpan.FromDays(3));
        await village.Verb<ReviseTerm>().Run(village.Writer, id, TermText.Of("Holds queue", "Who is served next.", ["wait list"]), 1, "Said better");

        var term = await Term(id);
        Assert.Equal(("Holds queue", "holds queue", "Who is served next.", 2), (term.Name, term.NameFolded, term.Meaning, term.RevisionNumber));
        Assert.Equal(["wait list"], term.Synonyms);
        Assert.Equal(["Who comes next.|reservations list,wait list||" + village.Member, "Who is served next.|wait list|Said better|" + village.Writer],
            term.Revisions.OrderBy(r => r.Number).Select(r => $"{r.Meaning}|{string.Join(',', r.Synonyms)}|{r.Summary}|{r.EditorId}"));
        Assert.Equal(TimeSpan.FromDays(3), term.Revisions.Max(r => r.At) - term.CreatedAt);
        Assert.Equal([EventKind.TermAdded, EventKind.TermRevised], await EventsOf(id));
    }

    [Fact]
    public async Task A_word_stands_once_in_a_glossary_whatever_its_case_and_accents()
    {
        var id = await Add("Éditeur", "Who prints it.", village.Member, Village.Unit);

        var refused = await VillageActs.Refused(Refusal.Conflict, () => Add("editeur", "Another.", village.Writer, Village.Unit));
        Assert.Equal("Name", refused.Field);
        Assert.Contains("Éditeur", refused.Message, StringComparison.Ordinal);
        // Another glossary has its own.
        Assert.NotEqual(id, await Add("editeur", "Another.", village.Writer, Village.Public));
        Assert.NotEqual(id, await Add("editeur", "Another.", village.Writer));

        var other = await Add("printer", "Who prints it.", village.Member, Village.Unit);
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<ReviseTerm>().Run(village.Member, other, TermText.Of("EDITEUR", "x", []), 1));
    }

    [Fact]
    public async Task The_same_sent_twice_is_one_term_and_one_revision()
    {
        var first = await Add("twice sent", "Once.", village.Member);
        Assert.Equal(first, await Add("twice sent", "Once.", village.Member));
        await VillageActs.Refused(Refusal.Conflict, () => Add("twice sent", "Once.", village.Writer));

        for (var i = 0; i < 2; i++) await village.Verb<ReviseTerm>().Run(village.Member, first, TermText.Of("twice sent", "Still once.", []), 1);
        Assert.Equal(2, (await Term(first)).RevisionNumber);
    }

    [Fact]
    public async Task Who_revises_what_somebody_else_has_revised_meanwhile_is_told_so()
    {
        var id = await Add("meanwhile", "First.", village.Member);
        await village.Verb<ReviseTerm>().Run(village.Member, id, TermText.Of("meanwhile", "Second.", []), 1);

        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<ReviseTerm>().Run(village.Writer, id, TermText.Of("meanwhile", "Third.", []), 1));
        Assert.Equal("Second.", (await Term(id)).Meaning);
    }

    [Fact]
    public async Task A_removed_term_is_brought_back_as_it_was_unless_its_word_was_taken_meanwhile()
    {
        var id = await Add("comes back", "Here again.", village.Member, Village.Unit, ["returns"]);
        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<RemoveTerm>().Run(village.Steward, id, " "));
        await village.Verb<RemoveTerm>().Run(village.Steward, id, "A joke.");
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<RemoveTerm>().Run(village.Steward, id, "Again."));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<ReviseTerm>().Run(village.Steward, id, TermText.Of("comes back", "x", []), 1));

        var other = await Add("Comes Back", "Somebody else's.", village.Writer, Village.Unit);
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<RestoreTerm>().Run(village.Steward, id));
        await village.Verb<RemoveTerm>().Run(village.Steward, other, "The first was better.");
        await village.Verb<RestoreTerm>().Run(village.Administrator, id);

        var term = await Term(id);
        Assert.Null(term.RemovedAt);
        Assert.Equal("Here again.|returns", term.Meaning + "|" + term.SynonymLines);
        var removal = await village.Read(db => db.TermRemovals.SingleAsync(r => r.TermId == id));
        Assert.Equal(("A joke.", village.Steward, village.Administrator), (removal.Reason, removal.ById, removal.LiftedById!.Value));
        Assert.Equal([EventKind.TermAdded, EventKind.TermRemoved, EventKind.TermRestored], await EventsOf(id));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<RestoreTerm>().Run(village.Steward, id));
    }

    [Fact]
    public async Task The_institutions_glossary_is_kept_by_staff_and_not_by_guests()
    {
        var id = await Add("of the house", "Ours.", village.Colleague);

        await VillageActs.Refused(Refusal.NotFound, () => Add("of a guest", "Theirs.", village.Guest));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<ReviseTerm>().Run(village.Guest, id, TermText.Of("x y", "z", []), 1));
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<RemoveTerm>().Run(village.Steward, id, "Not mine."));
        await village.Verb<RemoveTerm>().Run(village.Moderator, id, "Nobody says so.");
    }

    [Theory]
    [InlineData("a", "m", "", "Name")]
    [InlineData("-- !", "m", "", "Name")]
    [InlineData("word", " ", "", "Meaning")]
    [InlineData("word", "m", "x", "Synonyms")]
    [InlineData("word", "m", "1a,2a,3a,4a,5a,6a,7a,8a,9a,10,11,12,13", "Synonyms")]
    public void What_is_no_term_is_refused_at_its_field(string name, string meaning, string synonyms, string field) =>
        Assert.Equal(field, Assert.Throws<RefusedException>(() => TermText.Of(name, meaning, synonyms.Split(','))).Field);

    [Fact]
    public void Lengths_are_bounded()
    {
        TermText.Of(new string('n', 80), new string('m', 500), [new string('s', 80)]);
        Assert.Throws<RefusedException>(() => TermText.Of(new string('n', 81), "m", []));
        Assert.Throws<RefusedException>(() => TermText.Of("name", new string('m', 501), []));
        Assert.Throws<RefusedException>(() => TermText.Of("name", "m", [new string('s', 81)]));
    }

    [Fact]
    public async Task An_export_has_live_terms_with_their_history_and_no_removed_one()
    {
        var live = await Add("exported", "published-first", village.Member, synonyms: ["exported-synonym"]);
        await village.Verb<ReviseTerm>().Run(village.Member, live, TermText.Of("exported", "published-second", []), 1);
        await village.Verb<RemoveTerm>().Run(village.Moderator, await Add("gone", "canary-removed", village.Member), "Off.");
        var path = village.Data.In("glossary.zip");

        await village.Verb<ExportEverything>().Run(path);

        await using var zip = await System.IO.Compression.ZipFile.OpenReadAsync(path, TestContext.Current.CancellationToken);
        string Text(string name) => new StreamReader(zip.GetEntry(name)!.Open()).ReadToEnd();
        Assert.Contains("published-second", Text("data/terms.jsonl"), StringComparison.Ordinal);
        Assert.Contains("published-first", Text("data/termRevisions.jsonl"), StringComparison.Ordinal);
        Assert.Contains("exported-synonym", Text("data/termRevisions.jsonl"), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", Text("data/terms.jsonl") + Text("data/termRevisions.jsonl"), StringComparison.Ordinal);
    }

    Task<long> Add(string name, string meaning, long by, string? space = null, params string[] synonyms) => village.Verb<AddTerm>().Run(by, space, TermText.Of(name, meaning, synonyms));

    Task<Term> Term(long id) => village.Read(db => db.Terms.AsNoTracking().Include(t => t.Revisions).SingleAsync(t => t.Id == id));

    Task<List<EventKind>> EventsOf(long id) => village.Read(async db =>
        (await db.Events.Where(e => e.SubjectId == id).OrderBy(e => e.Id).ToListAsync()).Where(e => e.Kind.IsAboutTerm).Select(e => e.Kind).ToList());
}
