using System.Net;
using Community.Glossary;
using Community.Governance;
using Community.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Glossary;

/// <summary>The glossary's pages and forms, without scripts.</summary>
public sealed class GlossaryPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task A_space_leads_to_its_glossary_also_while_that_is_empty()
    {
        await site.Verb<MakeSpace>().Run(site.AdministratorId, "words-of-none", "Words of none", "", Tier.Institution);
        var member = await site.SignedIn("Mem Ber");
        await site.Verb<JoinSpace>().Run(await site.Person("Mem Ber"), "words-of-none");

        Assert.Contains("href=\"/glossary?space=words-of-none\"", await member.Page("/spaces/words-of-none"), StringComparison.Ordinal);
        var page = await member.Page("/glossary?space=words-of-none");
        Assert.Contains("<option value=\"words-of-none\" selected=\"selected\">Words of none</option>", page, StringComparison.Ordinal);
        Assert.Contains("/glossary/new?space=words-of-none", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_term_is_added_read_revised_removed_and_brought_back_by_forms()
    {
        var (member, moderator) = (await site.SignedIn("Mem Ber"), await site.SignedIn("Mod Erator", Role.Moderator));
        var added = await member.PostForm("/glossary/new", [("Name", "CN22"), ("Meaning", "A customs label."), ("Synonyms", "customs label, green label\nthe small one"), ("Space", "")]);
        var address = added.Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        Assert.Matches("^/glossary/[0-9]+/cn22$", address);
        var acts = address.Replace("/glossary/", "/terms/", StringComparison.Ordinal)[..^"/cn22".Length];

        var page = await member.Page(address);
        foreach (var text in new[] { "CN22", "A customs label.", "customs label", "green label", "the small one", "Mem Ber", "For the whole institution", "/search?q=CN22" }) Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Remove this term", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{address}\"", await member.Page("/glossary?q=green"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await member.PostForm(acts + "/revise", [("Name", "CN22"), ("Meaning", "The small customs label."), ("Synonyms", "customs label"), ("BaseRevision", "1"), ("Summary", "Size")])).StatusCode);
        page = await member.Page(address);
        foreach (var text in new[] { "The small customs label.", "What it said", "A customs label.", "Size", $"{acts}/revise?from=1" }) Assert.Contains(text, page, StringComparison.Ordinal);
        var back = await member.Page(acts + "/revise?from=1");
        Assert.Contains("A customs label.", back, StringComparison.Ordinal);
        Assert.Contains("name=\"BaseRevision\" value=\"2\"", back, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, (await member.PostForm(acts + "/remove", [("reason", "Mine.")], on: address)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await moderator.PostForm(acts + "/remove", [("reason", "Nobody says so.")], on: address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await member.Status(address));
        Assert.Contains("Nobody says so.", await moderator.Page(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await moderator.PostForm(acts + "/restore", [], on: address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await member.Status(address));
    }

    [Fact]
    public async Task A_form_that_is_refused_keeps_what_was_typed_and_a_double_leads_to_what_stands_there()
    {
        var member = await site.SignedIn("Mem Ber");
        var id = await site.Verb<AddTerm>().Run(site.AdministratorId, null, TermText.Of("Shelfmark", "Where it lives.", []));

        var twice = await member.PostForm("/glossary/new", [("Name", "shelfmark"), ("Meaning", "My own words."), ("Synonyms", "call number"), ("Space", "")]);
        var page = await twice.Text();
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        foreach (var text in new[] { "“Shelfmark” is in this glossary already.", "My own words.", "call number", $"/glossary/{id}/shelfmark" }) Assert.Contains(text, page, StringComparison.Ordinal);

        var empty = await member.PostForm("/glossary/new", [("Name", "!"), ("Meaning", "Kept meaning."), ("Synonyms", "kept synonym"), ("Space", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        page = await empty.Text();
        foreach (var text in new[] { "Kept meaning.", "kept synonym", "A term has 2 to 80 characters" }) Assert.Contains(text, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_that_meets_another_shows_both_and_goes_through_when_sent_again()
    {
        var member = await site.SignedIn("Mem Ber");
        var id = await site.Verb<AddTerm>().Run(site.AdministratorId, null, TermText.Of("meeting", "First.", []));
        await site.Verb<ReviseTerm>().Run(site.AdministratorId, id, TermText.Of("meeting", "Theirs.", []), 1);

        var late = await member.PostForm($"/terms/{id}/revise", [("Name", "meeting"), ("Meaning", "Mine."), ("BaseRevision", "1")]);
        var page = await late.Text();
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        foreach (var text in new[] { "Theirs.", "Mine.", "name=\"BaseRevision\" value=\"2\"" }) Assert.Contains(text, page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await member.PostForm($"/terms/{id}/revise", [("Name", "meeting"), ("Meaning", "Mine."), ("BaseRevision", "2")])).StatusCode);
        Assert.Equal("Mine.", await site.Store.Read(db => db.Terms.Where(t => t.Id == id).Select(t => t.Meaning).SingleAsync()));
    }

    [Fact]
    public async Task The_list_is_paged_without_gap_or_double_by_letter_and_by_space()
    {
        await site.Verb<MakeSpace>().Run(site.AdministratorId, "paged-terms", "Paged", "", Tier.Institution);
        for (var i = 0; i < 105; i++) await site.Verb<AddTerm>().Run(site.AdministratorId, "paged-terms", TermText.Of($"{(i < 100 ? "zeta" : "ytta")} {i:000}.", "One of many.", []));
        var member = await site.SignedIn("Mem Ber");

        Assert.Equal(105, await Walk("/glossary?space=paged-terms", 3));
        Assert.Equal(100, await Walk("/glossary?letter=Z&space=paged-terms", 2));
        Assert.Equal(5, await Walk("/glossary?q=ytta", 1));

        async Task<int> Walk(string? path, int expectedPages)
        {
            var (seen, pages) = (new List<int>(), 0);
            for (; path is not null && pages < 10; pages++)
            {
                var page = await member.Page(path);
                seen.AddRange(Enumerable.Range(0, 105).Where(i => page.Contains($"> {i:000}.<".Replace("> ", i < 100 ? ">zeta " : ">ytta ", StringComparison.Ordinal), StringComparison.Ordinal)));
                var end = page.IndexOf("\" rel=\"next\"", StringComparison.Ordinal);
                path = end < 0 ? null : page[(page.LastIndexOf('"', end - 1) + 1)..end];
            }

            Assert.Equal(seen.Distinct().Count(), seen.Count);
            Assert.Equal(expectedPages, pages);
            return seen.Count;
        }
    }

    [Fact]
    public async Task An_empty_glossary_teaches_what_belongs_there_and_a_search_that_finds_nothing_offers_to_explain_it()
    {
        await using var fresh = await RunningSite.Start();
        var member = await fresh.SignedIn("Mem Ber");

        Assert.Contains("No word is explained yet", await member.Page("/glossary"), StringComparison.Ordinal);
        Assert.Contains("/glossary/new?name=what%20is%20it", await member.Page("/glossary?q=what+is+it"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await fresh.Visitor().Status("/glossary"));
        Assert.Equal(HttpStatusCode.NotFound, await (await fresh.SignedIn("Gus Guest", Role.Guest)).Status("/glossary/new"));
    }

    [Fact]
    public async Task An_old_name_leads_to_the_term_and_only_those_who_may_see_it()
    {
        var id = await site.Verb<AddTerm>().Run(site.AdministratorId, null, TermText.Of("old name", "m", []));
        await site.Verb<ReviseTerm>().Run(site.AdministratorId, id, TermText.Of("new name", "m", []), 1);
        var answer = await (await site.SignedIn("Mem Ber")).GetAsync(new Uri($"/glossary/{id}/old-name", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.MovedPermanently, $"/glossary/{id}/new-name"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, await site.Visitor().Status($"/glossary/{id}/old-name"));
    }

    [Theory]
    [InlineData("/glossary?q=%25_%00&letter=%25&after=-1")]
    [InlineData("/glossary?letter=%F0%9F%98%80&after=9223372036854775807&space=-")]
    [InlineData("/glossary?q=%E2%80%AE%FF&letter=")]
    public async Task Odd_addresses_are_answered(string address) => Assert.Equal(HttpStatusCode.OK, await (await site.SignedIn("Mem Ber")).Status(address));
}
