using System.Net;
using Community.Governance;
using Community.Questions.Finding;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Asking;

/// <summary>What is there already, while somebody asks, by forms alone.</summary>
public sealed class FindPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    const string Title = "Which glue mends torn vellum bindings?";

    [Fact]
    public async Task A_topic_that_answers_it_ends_the_question_and_nothing_is_lost()
    {
        await Space("finding");
        var note = await site.Verb<StartTopic>().Run(await site.Person("Wanda Writer"), "finding", TopicKind.Note, "Mending torn vellum bindings", "Glue of fish bladder.", []);
        await site.Quiet();
        using var asker = await site.SignedIn("Anna Asker");
        using var other = await site.SignedIn("Olaf Other");

        var looked = await (await asker.PostForm("/new/question/similar", Form(), on: "/new/question")).Text();
        Assert.Contains($"<button class=\"button small\" type=\"submit\" name=\"found\" value=\"{note}\" formaction=\"/new/question/found\"", looked, StringComparison.Ordinal);
        Assert.Contains("Half a page.", looked, StringComparison.Ordinal);
        Assert.Contains("Wanda Writer", looked[looked.IndexOf("Who may know", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.DoesNotContain("This answers it", await asker.Page("/search/similar?title=Mending+torn+vellum"), StringComparison.Ordinal);
        Assert.Contains("This answers it", await asker.Page("/search/similar?for=question&title=Mending+torn+vellum"), StringComparison.Ordinal);

        var found = await asker.PostForm("/new/question/found", [.. Form(), ("found", $"{note}")], on: "/new/question");
        Assert.Equal(HttpStatusCode.SeeOther, found.StatusCode);
        var address = found.Headers.Location!.ToString();
        var page = await asker.Page(address);
        foreach (var said in new[] { "Good: it was there already", Title, "Mending torn vellum bindings", "put aside for 7 days" }) Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await other.Status(address));
        Assert.DoesNotContain("Half a page.", await asker.Page("/new/question"), StringComparison.Ordinal);
        var topic = await other.Page($"/notes/{note}/mending-torn-vellum-bindings");
        Assert.Contains("Answered one colleague before they had to ask.", topic, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna Asker", topic, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await other.PostForm(address + "/asked", [], on: "/new/question")).StatusCode);
        var back = await asker.PostForm(address + "/asked", [], on: address);
        Assert.Equal("/new/question", back.Headers.Location!.ToString());
        Assert.Contains("Half a page.", await asker.Page("/new/question"), StringComparison.Ordinal);
        Assert.DoesNotContain("before they had to ask", await other.Page($"/notes/{note}/mending-torn-vellum-bindings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_draft_from_elsewhere_is_not_lost_either()
    {
        await Space("finding-twice");
        var note = await site.Verb<StartTopic>().Run(await site.Person("Wanda Writer"), "finding-twice", TopicKind.Note, "Cleaning brass plates", "With lemon.", []);
        var tess = await site.Person("Tess Twice");
        using var asker = await site.SignedIn("Tess Twice");
        await site.Verb<SaveDraft>().Run(tess, DraftPlace.New(TopicKind.Question), new DraftText("From the phone.", "Other", "", "", "", null, null, "", ""), null);

        var refused = await asker.PostForm("/new/question/found", [.. Form(), ("found", $"{note}")], on: "/new/question");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Half a page.", await refused.Text(), StringComparison.Ordinal);
        Assert.Empty(await site.Store.Read(db => db.Finds.Where(f => f.TopicId == note).ToListAsync()));

        Assert.Equal(HttpStatusCode.SeeOther, (await asker.PostForm("/new/question/found", [("Title", Title), ("Body", ""), ("Space", ""), ("Tags", ""), ("found", $"{note}")], on: "/new/question")).StatusCode);
        Assert.Contains("From the phone.", await asker.Page("/new/question"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_may_not_see_is_not_offered_and_cannot_be_found()
    {
        await Space("closed-finding", Tier.Unit);
        var (wanda, stella) = (await site.Person("Wanda Writer"), await site.Person("Stella Steward"));
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, "closed-finding", wanda, asSteward: false);
        var secret = await site.Verb<StartTopic>().Run(wanda, "closed-finding", TopicKind.Note, "Canarysecret plans for the vault", "Canarysecret.", []);
        await site.Quiet();
        using var asker = await site.SignedIn("Anna Asker");
        using var visitor = site.Visitor();

        Assert.DoesNotContain("vault", await asker.Page("/search/similar?for=question&title=Canarysecret+plans+for+the+vault"), StringComparison.Ordinal);
        var refused = await asker.PostForm("/new/question/found", [.. Form(), ("found", $"{secret}")], on: "/new/question");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.DoesNotContain("Canarysecret", await refused.Text(), StringComparison.Ordinal);
        Assert.Contains("Half a page.", await asker.Page("/new/question"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.Status("/search/similar?for=question&title=Canarysecret"));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.Status("/finds/1"));

        // Found while it was in sight, and out of it since.
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, "closed-finding", stella, asSteward: false);
        var find = await site.Verb<FindAnswer>().Run(stella, secret, "What are the plans?");
        await site.Verb<DismissPerson>().Run(site.AdministratorId, "closed-finding", stella);
        using var steward = await site.SignedIn("Stella Steward");
        Assert.DoesNotContain("Canarysecret", await steward.Page($"/finds/{find}"), StringComparison.Ordinal);
    }

    static (string, string)[] Form() => [("Space", "finding"), ("Title", Title), ("Body", "Half a page.")];

    async Task Space(string slug, Tier tier = Tier.Institution)
    {
        await site.Verb<MakeSpace>().Run(site.AdministratorId, slug, slug, "", tier);
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, slug, await site.Person("Stella Steward"), asSteward: true);
    }
}
