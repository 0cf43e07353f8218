using System.Net;
using Community.Glossary;
using Community.Governance;
using Community.Spaces;
using Community.Web.Tests.Api;
using Community.Web.Tests.Gate;

namespace Community.Web.Tests.Glossary;

/// <summary>A term is read by those who read its glossary, and by nobody else: on pages, in posts, through the API.</summary>
[Collection(nameof(GateVillage))]
public sealed class TermGateTests(GateVillage village)
{
    // Columns: administrator moderator steward member author colleague guest stranger visitor. Letters: o there, - not there.
    [Theory]
    [InlineData("gate-unit", "o-ooo-o--")]
    [InlineData("gate-institution", "oooooo---")]
    [InlineData("gate-partners", "ooooooo--")]
    [InlineData("gate-public", "ooooooooo")]
    [InlineData("", "oooooo---")]
    public async Task A_term_is_there_for_those_who_read_its_glossary(string space, string expected)
    {
        var (word, meaning) = ("bilby" + space.Replace("-", "", StringComparison.Ordinal), "meaningof" + (space.Length == 0 ? "house" : space));
        var id = await Add(space, word, meaning);
        // Read by everybody, so that only the term's own gate decides.
        var topic = await village.Start(GateVillage.Spaces[3], $"Of a {word} in public");
        var said = $"{meaning}\"";

        var (pages, lists, marks, calls, events) = ("", "", "", "", "");
        foreach (var role in GateVillage.Roles)
        {
            var browser = village[role];
            pages += await browser.Status($"/glossary/{id}/{word}") is HttpStatusCode.OK ? 'o' : '-';
            var list = await browser.Page("/glossary?q=" + word) + await browser.Page("/glossary?letter=b") + await browser.Page("/glossary?space=" + (space.Length == 0 ? "-" : space));
            lists += list.Contains(meaning, StringComparison.Ordinal) ? 'o' : '-';
            marks += (await browser.Page($"/threads/{topic}/of-a-{word}-in-public")).Contains(said, StringComparison.Ordinal) ? 'o' : '-';
            if (role == GateVillage.Visitor) continue;

            calls += (await village.Program(role).Read("glossary?limit=100&q=" + word)).Text.Contains(meaning, StringComparison.Ordinal) ? 'o' : '-';
            var after = await village.Site.Store.Read(db => Task.FromResult(db.Set<Community.Events.Event>().Where(e => e.SubjectId == id && e.Kind == Community.Events.EventKind.TermAdded).Max(e => e.Id))) - 1;
            events += (await village.Program(role).Read($"events?limit=1&after={after}")).Text.Contains("termadded", StringComparison.OrdinalIgnoreCase) ? 'o' : '-';
        }

        Assert.Equal((expected, expected, expected, expected[..^1], expected[..^1]), (pages, lists, marks, calls, events));
    }

    [Fact]
    public async Task What_is_not_for_somebody_answers_like_what_is_not_there()
    {
        var id = await Add("gate-unit", "numbat", "Of the unit.");
        foreach (var role in new[] { "colleague", "stranger", GateVillage.Visitor })
        {
            var nothing = await Seen(role, "/glossary/999999/numbat");
            foreach (var path in new[] { $"/glossary/{id}/numbat", $"/glossary/{id}", $"/terms/{id}/revise", "/glossary?space=gate-unit" }) Assert.Equal((role, path, nothing), (role, path, await Seen(role, path)));
        }

        foreach (var act in new[] { "revise", "remove", "restore" })
            Assert.Equal(HttpStatusCode.NotFound, (await village["colleague"].PostBare($"/terms/{id}/{act}", [("Name", "x y"), ("Meaning", "z"), ("reason", "z"), ("__RequestVerificationToken", await village.Token("colleague"))])).StatusCode);
        Assert.Equal(404, (await village.Program("colleague").Read("glossary?space=gate-unit")).Status);
        // The word is as free as if it did not stand anywhere.
        var added = await village["colleague"].PostForm("/glossary/new", [("Name", "numbat"), ("Meaning", "Of the house."), ("Space", "")]);
        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
    }

    [Fact]
    public async Task A_removed_term_is_there_for_those_who_may_bring_it_back()
    {
        var id = await Add("gate-public", "bandicoot", "Removed later.");
        await village.Verb<RemoveTerm>().Run(village.IdOf("steward"), id, "Off.");
        var letters = "";
        foreach (var role in GateVillage.Roles) letters += await village[role].Status($"/glossary/{id}/bandicoot") == HttpStatusCode.OK ? 'o' : '-';

        Assert.Equal("ooo------", letters);
        Assert.DoesNotContain("Removed later.", await village["administrator"].Page("/glossary?q=bandicoot"), StringComparison.Ordinal);
        Assert.DoesNotContain("Removed later.", (await village.Program("administrator").Read("glossary?limit=100&q=bandicoot")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_who_reads_a_term_of_a_closed_space_leaves_a_trace()
    {
        var id = await Add("gate-unit", "traced wallaby", "Of the unit.");
        Task<int> Looks() => village.Site.Store.Read(db => Task.FromResult(db.Set<Community.Events.Event>().Count(e => e.Kind == Community.Events.EventKind.Looked)));
        var before = await Looks();

        await village["administrator"].Page($"/glossary/{id}/traced-wallaby");

        Assert.Equal(before + 1, await Looks());
    }

    [Fact]
    public async Task A_right_that_is_lost_closes_its_terms_within_a_second()
    {
        var (site, admin) = (village.Site, village.IdOf("administrator"));
        var person = await site.Person("Losing Lou");
        await site.Verb<MakeSpace>().Run(admin, "lost-terms", "Lost terms", "", Tier.Unit);
        await site.Verb<EnrolPerson>().Run(admin, "lost-terms", person, false);
        var id = await site.Verb<AddTerm>().Run(person, "lost-terms", TermText.Of("quoll", "lostmeaning", ["lostsynonym"]));
        var topic = await village.Start(GateVillage.Spaces[1], "Of a quoll");
        using var browser = await site.SignedIn("Losing Lou");
        using var program = await site.Program(person);
        string[] pages = [$"/glossary/{id}/quoll", "/glossary", "/glossary?q=lostsynonym", $"/threads/{topic}/of-a-quoll", $"/posts/{await village.Opening(topic)}/fragment"];
        foreach (var page in pages) Assert.Contains("lostmeaning", await browser.Page(page), StringComparison.Ordinal);
        Assert.Contains("lostmeaning", (await program.Read("glossary?q=quoll")).Text, StringComparison.Ordinal);

        await site.Verb<DismissPerson>().Run(admin, "lost-terms", person);
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        foreach (var page in pages) Assert.DoesNotContain("lostmeaning", await browser.Page(page), StringComparison.Ordinal);
        Assert.DoesNotContain("lostmeaning", (await program.Read("glossary?q=quoll")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_page_ends_with_what_happens_to_a_term()
    {
        var topic = await village.Start(GateVillage.Spaces[3], "Of a potoroo");
        var (visitor, address) = (village.Site.Visitor(), $"/threads/{topic}/of-a-potoroo");
        Assert.DoesNotContain("hopping", await visitor.Page(address), StringComparison.Ordinal);

        var id = await Add("gate-public", "potoroo", "A hopping thing.");
        Assert.Contains("hopping", await visitor.Page(address), StringComparison.Ordinal);
        await village.Verb<RemoveTerm>().Run(village.IdOf("moderator"), id, "Off.");
        Assert.DoesNotContain("hopping", await visitor.Page(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.Status($"/glossary/{id}/potoroo"));
    }

    Task<long> Add(string space, string name, string meaning) => village.Verb<AddTerm>().Run(village.IdOf("author"), space, TermText.Of(name, meaning, []));

    async Task<(HttpStatusCode, int)> Seen(string role, string path)
    {
        var answer = await village[role].GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, answer.Headers.Location is null ? 0 : 1);
    }
}
