using System.Net;
using Community.Notes.Combining;
using Community.People;
using Community.Topics;
using Community.Web.Tests.Gate;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.NoteLinks;

/// <summary>Merging, varying and placing notes by forms, without scripts; and what each reader sees of it.</summary>
[Collection(nameof(GateVillage))]
public sealed class CombiningPageTests(GateVillage village)
{
    static readonly string Unit = GateVillage.Spaces[0], Institution = GateVillage.Spaces[1], Public = GateVillage.Spaces[3];

    [Fact]
    public async Task Two_notes_are_merged_by_forms_and_the_address_of_one_leads_to_the_other()
    {
        var (source, target) = (await Note("Source"), await Note("Target"));
        var author = village["author"];
        Assert.Contains("The note that goes on", await author.Page($"/notes/{source.Id}/merge"), StringComparison.Ordinal);
        Assert.Contains("There is no other open note", await author.Page($"/notes/{source.Id}/merge?into=nothing"), StringComparison.Ordinal);
        var page = await author.Page($"/notes/{source.Id}/merge?into={Uri.EscapeDataString(target.Title)}");
        Assert.Contains($"Text of Target.\n\n## {source.Title}\n\nText of Source.", page.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains(target.Title, await author.Page($"/notes/{source.Id}/merge?into={Uri.EscapeDataString($"https://x.example/notes/{target.Id}/y")}"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, await village["colleague"].Status($"/notes/{source.Id}/merge"));
        Assert.Equal(HttpStatusCode.NotFound, await village["stranger"].Status($"/notes/{source.Id}/merge"));
        Assert.Equal(HttpStatusCode.Forbidden, (await Merge("colleague", source.Id, target)).StatusCode);
        var refused = await Merge("author", source.Id, target, why: "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Text of both.", await refused.Text(), StringComparison.Ordinal);
        var done = await Merge("author", source.Id, target);
        Assert.Equal((HttpStatusCode.SeeOther, target.Address), (done.StatusCode, done.Headers.Location?.ToString()));

        var away = await village["colleague"].GetAsync(new Uri(source.Address, UriKind.Relative));
        Assert.Equal((HttpStatusCode.MovedPermanently, target.Address, true), (away.StatusCode, away.Headers.Location?.ToString(), away.Headers.CacheControl?.NoCache));
        var kept = await village["colleague"].Page(source.Address + "?kept=true");
        foreach (var text in new[] { "Merged into another note", target.Address, "They say the same.", "Text of Source." }) Assert.Contains(text, kept, StringComparison.Ordinal);
        var permalink = await village["colleague"].GetAsync(new Uri($"/posts/{await village.Opening(source.Id)}", UriKind.Relative));
        Assert.StartsWith(source.Address + "?kept=true#post-", permalink.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await village["colleague"].Status($"/posts/{await village.Opening(source.Id)}/history"));
        Assert.DoesNotContain("Undo the merge", kept, StringComparison.Ordinal);
        Assert.Contains("Undo the merge", await author.Page(source.Address + "?kept=true"), StringComparison.Ordinal);

        var undone = await author.PostForm($"/notes/{source.Id}/merge/undo", [("reason", "They differ.")], on: target.Address);
        Assert.Equal((HttpStatusCode.SeeOther, source.Address), (undone.StatusCode, undone.Headers.Location?.ToString()));
        Assert.Equal(HttpStatusCode.OK, await village["colleague"].Status(source.Address));
    }

    [Fact]
    public async Task Who_may_not_see_the_target_is_not_led_there_and_hears_no_word_of_it()
    {
        var (source, target) = (await Note("Open source", Public), await Note("Closed target", Unit));
        Assert.Equal(HttpStatusCode.SeeOther, (await Merge("author", source.Id, target)).StatusCode);

        Assert.Equal(HttpStatusCode.MovedPermanently, await village["member"].Status(source.Address));
        foreach (var role in new[] { "colleague", "moderator", "stranger", "visitor" })
        {
            var page = await village[role].GetAsync(new Uri(source.Address, UriKind.Relative));
            Assert.Equal((HttpStatusCode.OK, null), (page.StatusCode, page.Headers.Location));
            var text = await page.Text();
            Assert.Contains("Text of Open source.", text, StringComparison.Ordinal);
            Assert.DoesNotContain(target.Title, text, StringComparison.Ordinal);
            Assert.DoesNotContain($"/notes/{target.Id}", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_text_that_was_saved_meanwhile_is_shown_and_not_overwritten()
    {
        var (source, target) = (await Note("Source"), await Note("Target"));
        await village.Verb<Community.Notes.ReviseNote>().Run(village.IdOf("steward"), await village.Opening(target.Id), new Edit("Meanwhile.", null, null));

        var stale = await Merge("author", source.Id, target);
        var page = await stale.Text();
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        foreach (var text in new[] { "saved revision 2 while you wrote", "Meanwhile", "Text of both.", "name=\"BaseRevision\" value=\"2\"" }) Assert.Contains(text, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variant_is_written_by_a_form_and_offered_first_to_its_unit()
    {
        var of = await Note("Base");
        var name = "Ursula " + Guid.NewGuid().ToString("N")[..6];
        var ursula = await village.Site.SignedIn(name);
        await village.Verb<PlaceInUnit>().Run(null, await village.Site.Person(name), "Law Library");
        var unit = await village.Site.Store.Read(db => db.Units.Where(u => u.Name == "Law Library").Select(u => u.Id).SingleAsync());
        var form = await ursula.Page($"/notes/{of.Id}/variant");
        Assert.Contains("Text of Base.", form, StringComparison.Ordinal);
        Assert.Contains($"<option value=\"{unit}\" selected=\"selected\">Law Library</option>", form, StringComparison.Ordinal);

        var refused = await village["member"].PostForm($"/notes/{of.Id}/variant", [("ParentId", ""), ("Summary", ""), ("Title", "Var"), ("Body", "Kept words."), ("Space", Institution)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Kept words.", await refused.Text(), StringComparison.Ordinal);
        var other = await village["member"].PostForm($"/notes/{of.Id}/variant", [("ParentId", ""), ("Summary", "the old catalogue"), ("Title", "Old way"), ("Body", "Text of Base.\n\nAnd more."), ("Space", Institution)]);
        var hidden = await village["member"].PostForm($"/notes/{of.Id}/variant", [("ParentId", ""), ("Summary", "secret ones"), ("Title", "Hidden way"), ("Body", "Hidden."), ("Space", Unit)]);
        var done = await village["member"].PostForm($"/notes/{of.Id}/variant", [("ParentId", $"{unit}"), ("Summary", ""), ("Title", "Law way"), ("Body", "Law text."), ("Space", Institution)]);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (other.StatusCode, hidden.StatusCode, done.StatusCode));

        var page = await ursula.Page(of.Address);
        Assert.Contains("For your unit, Law Library:", page, StringComparison.Ordinal);
        Assert.Contains("For the old catalogue", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret ones", page, StringComparison.Ordinal);
        Assert.DoesNotContain("For your unit", await village["colleague"].Page(of.Address), StringComparison.Ordinal);
        Assert.Contains("For secret ones", await village["member"].Page(of.Address), StringComparison.Ordinal);

        var variant = other.Headers.Location!.ToString();
        Assert.Contains("A variant of", await ursula.Page(variant), StringComparison.Ordinal);
        Assert.Contains("<ins>And more.</ins>", await ursula.Page(variant[..variant.LastIndexOf('/')] + "/differences"), StringComparison.Ordinal);
        var secret = hidden.Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.NotFound, await ursula.Status(secret[..secret.LastIndexOf('/')] + "/differences"));
        Assert.Equal(HttpStatusCode.NotFound, await ursula.Status($"/notes/{of.Id}/differences"));
        Assert.Equal(HttpStatusCode.NotFound, await village["stranger"].Status($"/notes/{of.Id}/variant"));
    }

    [Fact]
    public async Task A_variant_of_a_note_out_of_sight_names_it_not()
    {
        var of = await Note("Closed base", Unit);
        var variant = await village.Verb<MakeVariant>().Run(village.IdOf("member"), of.Id, new VariantText(Public, "Open variant", "Open.", [], null, "all"));

        var page = await village["colleague"].Page($"/notes/{variant}/open-variant");
        Assert.Contains("For all", page, StringComparison.Ordinal);
        Assert.DoesNotContain(of.Title, page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/notes/{of.Id}", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await village["colleague"].Status($"/notes/{variant}/differences"));
        Assert.Equal(HttpStatusCode.OK, await village["member"].Status($"/notes/{variant}/differences"));
    }

    [Fact]
    public async Task A_note_is_listed_in_a_wider_space_only_for_those_who_read_its_own()
    {
        var note = await Note("Placed", Unit);
        var before = await village["visitor"].Page($"/spaces/{Public}");
        Assert.Equal(HttpStatusCode.SeeOther, (await village["author"].PostForm($"/notes/{note.Id}/places", [("space", Public)], on: note.Address)).StatusCode);

        foreach (var address in new[] { $"/spaces/{Public}", $"/spaces/{Public}?kind=note" }) Assert.Contains(note.Address, await village["member"].Page(address), StringComparison.Ordinal);
        Assert.Contains($"/spaces/{Public}?kind=note", await village["member"].Page(note.Address), StringComparison.Ordinal);
        foreach (var role in new[] { "colleague", "moderator", "stranger", "visitor" })
        {
            Assert.DoesNotContain(note.Address, await village[role].Page($"/spaces/{Public}?kind=note"), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, await village[role].Status(note.Address));
        }

        Assert.Equal(Counts(before), Counts(await village["visitor"].Page($"/spaces/{Public}")));
        var taken = await village["author"].PostForm($"/notes/{note.Id}/places/{Public}", [("placed", "false")], on: note.Address);
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        Assert.DoesNotContain(note.Address, await village["member"].Page($"/spaces/{Public}?kind=note"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_space_out_of_sight_is_not_named_by_a_note_that_it_lists()
    {
        var note = await Note("Placed", Public);
        await village.Verb<PlaceNote>().Run(village.IdOf("author"), note.Id, Unit, true);

        Assert.Contains($"/spaces/{Unit}?kind=note", await village["member"].Page(note.Address), StringComparison.Ordinal);
        foreach (var role in new[] { "colleague", "stranger", "visitor" }) Assert.DoesNotContain(Unit, await village[role].Page(note.Address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await village["colleague"].PostForm($"/notes/{note.Id}/places/{Unit}", [("placed", "false")], on: note.Address)).StatusCode);
    }

    static List<string> Counts(string page) => [.. System.Text.RegularExpressions.Regex.Matches(page, "class=\"count\">([^<]*)<").Select(match => match.Groups[1].Value)];

    async Task<(long Id, string Title, string Address)> Note(string name, string? space = null)
    {
        var title = $"{name} {Guid.NewGuid():N}";
        var id = await village.Verb<StartTopic>().Run(village.IdOf("author"), space ?? Institution, TopicKind.Note, title, $"Text of {name}.", []);
        return (id, title, $"/notes/{id}/{Frame.Slug.Of(title)}");
    }

    async Task<HttpResponseMessage> Merge(string role, long source, (long Id, string Title, string Address) target, string why = "They say the same.") =>
        await village[role].PostBare($"/notes/{source}/merge", [("ParentId", $"{target.Id}"), ("BaseRevision", "1"), ("SourceRevision", "1"), ("Title", target.Title), ("Tags", ""), ("Body", "Text of both."), ("Summary", why), ("__RequestVerificationToken", await village.Token(role))]);
}
