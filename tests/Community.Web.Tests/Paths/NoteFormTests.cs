using System.Net;
using Community.Governance;
using Community.Notes.Writing;
using Community.Spaces;
using Community.Topics;
using Community.Web.Tests.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Paths;

/// <summary>The form that asks what experienced people leave out, without scripts.</summary>
public sealed class NoteFormTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task A_note_is_written_in_the_form_and_what_was_left_empty_is_offered_as_a_question()
    {
        var space = await Space("form", Tier.Institution);
        using var browser = await site.SignedIn("Fay Form");
        var form = Typed(DraftVillage.Fields(await browser.Raw("/new/note"), "/new/note"), space, "Closing the desk").With("Purpose", "For whoever closes.").With("Probes[0]", "1. Count.\n2. Lock.");

        var sent = await browser.PostBare("/new/note", form);

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Equal("For whoever closes.\n\n## The steps\n\n1. Count.\n2. Lock.", await site.Store.Read(db => db.Revisions.OrderByDescending(r => r.Id).Select(r => r.Source).FirstAsync()));
        var note = sent.Headers.Location!.OriginalString;
        var page = await browser.Page(note);
        Assert.Contains("5 things are not said here yet", page, StringComparison.Ordinal);
        var fields = page.Split("<form class=\"row\" method=\"get\" action=\"/new/question\">").Single(form => form.Contains("Whom does one ask?", StringComparison.Ordinal) && form.StartsWith("<input", StringComparison.Ordinal));
        var ask = "/new/question?to=Rae+Reader&" + string.Join('&', new[] { "space", "title", "body" }.Select(name => $"{name}={Uri.EscapeDataString(fields.Split($"name=\"{name}\" value=\"")[1].Split('"')[0])}"));
        var question = await browser.Page(ask);
        Assert.Contains("@Rae Reader: The note", question, StringComparison.Ordinal);
        Assert.Contains("Whom does one ask? (Closing the desk)", question, StringComparison.Ordinal);
        Assert.Contains($"[Closing the desk]({note})", question, StringComparison.Ordinal);
        Assert.DoesNotContain("not said here yet", await (await site.SignedIn("Rae Reader")).Page(note), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_goes_to_the_free_form_and_back_and_is_a_draft_all_the_while()
    {
        await Space("shape", Tier.Institution);
        using var browser = await site.SignedIn("Sid Shape");
        var typed = Typed(DraftVillage.Fields(await browser.Raw("/new/note"), "/new/note"), "shape", "Half a note").With("Purpose", "For me.").With("Probes[5]", "Ask Kofi.");

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostBare("/new/note/shape", typed.With("to", "free"))).StatusCode);
        var free = await browser.Page("/new/note");
        Assert.Contains("For me.\n\n## Whom to ask\n\nAsk Kofi.</textarea>", free, StringComparison.Ordinal);

        var back = Typed(DraftVillage.Fields(await browser.Raw("/new/note"), "/new/note"), "shape", "Half a note").With("Body", "For me.\n\n## Whom to ask\n\nAsk Kofi.\n\n## Of my own\n\nMore.");
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostBare("/new/note/shape", back.With("to", "form"))).StatusCode);
        var form = await browser.Page("/new/note");
        foreach (var part in new[] { "For me.</textarea>", "Ask Kofi.</textarea>", "More.</textarea>", "value=\"Of my own\"", "value=\"Half a note\"", "value=\"The steps\"" }) Assert.Contains(part, form, StringComparison.Ordinal);
        Assert.Contains("Half a note", await browser.Page("/drafts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_form_keeps_every_field()
    {
        var space = await Space("refused", Tier.Institution);
        using var browser = await site.SignedIn("Rex Refused");
        var form = Typed(DraftVillage.Fields(await browser.Raw("/new/note"), "/new/note"), space, "").With("Purpose", "For nobody yet.").With("Probes[2]", "The tray stands left.");

        var refused = await browser.PostBare("/new/note", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Text();
        foreach (var part in new[] { "For nobody yet.</textarea>", "The tray stands left.</textarea>", "value=\"Whom to ask\"" }) Assert.Contains(part, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_spaces_template_is_offered_to_its_readers_and_keeps_what_was_typed()
    {
        var space = await Space("templated", Tier.Unit);
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, space, await site.Person("Tia Template"), true);
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, space, await site.Person("Una Unit"), false);
        using var steward = await site.SignedIn("Tia Template");
        Assert.Equal(HttpStatusCode.SeeOther, (await steward.PostForm($"/spaces/{space}/templates", [("Name", "Machine that jams"), ("Text", "## Which machine\n\n## What you see\n\nA red light.")])).StatusCode);
        var template = await site.Store.Read(db => db.NoteTemplates.Select(t => t.Id).SingleAsync());

        using var member = await site.SignedIn("Una Unit");
        Assert.Contains("Machine that jams", await member.Page("/new/note"), StringComparison.Ordinal);
        var typed = Typed(DraftVillage.Fields(await member.Raw("/new/note"), "/new/note"), space, "The printer").With("Purpose", "For evenings.");
        Assert.Equal(HttpStatusCode.SeeOther, (await member.PostBare("/new/note/shape", typed.With("to", $"{template}"))).StatusCode);
        var page = await member.Page("/new/note");
        foreach (var part in new[] { "For evenings.</textarea>", "value=\"Which machine\"", "A red light.</textarea>" }) Assert.Contains(part, page, StringComparison.Ordinal);

        using var colleague = await site.SignedIn("Cal Colleague");
        Assert.DoesNotContain("Machine that jams", await colleague.Page("/new/note"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await colleague.Status($"/spaces/{space}/templates"));
        var foreign = Typed(DraftVillage.Fields(await colleague.Raw("/new/note"), "/new/note"), "x", "Mine").With("Purpose", "Words of mine that stay");
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.PostBare("/new/note/shape", foreign.With("to", $"{template}"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.PostForm($"/spaces/{space}/templates", [("Name", "Mine"), ("Text", "Text")])).StatusCode);
    }

    /// <summary>The form as a browser sends it: every field has its place, empty or not.</summary>
    static List<(string Name, string Value)> Typed(IReadOnlyList<(string Name, string Value)> form, string space, string title)
    {
        var probes = form.Where(field => field.Name.StartsWith("Headings", StringComparison.Ordinal)).Select(field => (field.Name.Replace("Headings", "Probes", StringComparison.Ordinal), ""));
        return form.Where(field => field.Name is not ("to" or "Files")).Concat(probes).With("Space", space).With("Title", title);
    }

    Task<string> Space(string slug, Tier tier) => site.Verb<MakeSpace>().Run(site.AdministratorId, slug, slug, "", tier);
}
