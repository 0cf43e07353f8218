using System.Net;
using Community.Governance;
using Community.Notifications;
using Community.Questions;
using Community.Questions.Asking;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Asking;

/// <summary>Promises and invitations by forms alone.</summary>
public sealed class AskingPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task A_promise_is_made_by_the_steward_and_runs_on_the_question()
    {
        await Space("promised");
        using var steward = await site.SignedIn("Stella Steward");
        using var asker = await site.SignedIn("Anna Asker");
        using var visitor = site.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/spaces/promised/promise")).StatusCode);
        Assert.Contains("promises nothing yet", await asker.Page("/spaces/promised/promise"), StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Hours\"", await asker.Page("/spaces/promised/promise"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await asker.PostForm("/spaces/promised/promise", Terms())).StatusCode);

        var wrong = await steward.PostForm("/spaces/promised/promise", [.. Terms(), ("Holidays", "Christmas")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains(">\nChristmas</textarea>", await wrong.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await steward.PostForm("/spaces/promised/promise", Terms())).StatusCode);
        Assert.Contains("within 8 h of working time", await asker.Page("/spaces/promised/promise"), StringComparison.Ordinal);
        Assert.Contains("promises a first useful answer within 8 h", await asker.Page("/new/question?space=promised"), StringComparison.Ordinal);

        var question = await Ask(asker, "promised", "Which box for large maps?");
        await site.Quiet();
        var page = await steward.Page($"/questions/{question}/which-box-for-large-maps");
        Assert.Contains("An answer is promised by", page, StringComparison.Ordinal);
        Assert.Contains($"/questions/{question}/", await steward.Page("/unanswered?space=promised"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/unanswered")).StatusCode);

        await site.Verb<AddPost>().Run(await site.Person("Stella Steward"), question, Part.Answer, null, "The flat one.");
        await site.Quiet();
        Assert.Contains("Promise kept.", await asker.Page($"/questions/{question}/which-box-for-large-maps"), StringComparison.Ordinal);
        Assert.Contains("Kept for 1 of 1 questions", await asker.Page("/spaces/promised/promise"), StringComparison.Ordinal);
        Assert.DoesNotContain($"/questions/{question}/", await steward.Page("/unanswered"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_are_asked_one_says_not_me_and_names_who_is_asked_then()
    {
        await Space("asking");
        var (bea, cem) = (await site.Person("Bea Binder"), await site.Person("Cem Curator"));
        using var asker = await site.SignedIn("Anna Asker");
        using var first = await site.SignedIn("Bea Binder");
        using var other = await site.SignedIn("Cem Curator");

        var refused = await asker.PostForm("/new/question", [("Space", "asking"), ("Title", "Glue for vellum?"), ("Body", "Kept words."), ("Asked", "People"), ("First", "Nobody Known")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        foreach (var kept in new[] { "Kept words.", "value=\"Nobody Known\"", "Nobody here, or more than one, has this name." }) Assert.Contains(kept, await refused.Text(), StringComparison.Ordinal);

        var question = await Ask(asker, "asking", "Glue for vellum?", ("Asked", "People"), ("First", "Bea Binder"));
        await site.Quiet();
        var address = $"/questions/{question}/glue-for-vellum";
        Assert.Contains("Anna Asker asks you", await first.Page(address), StringComparison.Ordinal);
        Assert.Contains("Glue for vellum?", await first.Page("/invitations"), StringComparison.Ordinal);
        Assert.DoesNotContain("asks you", await other.Page(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostForm($"/questions/{question}/declined", [("now", "true")], on: address)).StatusCode);

        var unknown = await first.PostForm($"/questions/{question}/declined", [("ask", "Nobody Known")], on: address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Contains("value=\"Nobody Known\"", await unknown.Text(), StringComparison.Ordinal);
        var list = $"/questions/{question}/candidates";
        var mistyped = await (await asker.PostForm($"/questions/{question}/invitations", [("name", "Nobody Known")], on: list)).Text();
        Assert.Contains($"{list}?name=Nobody%20Known", mistyped, StringComparison.Ordinal);
        Assert.Contains("value=\"Nobody Known\"", await asker.Page($"{list}?name=Nobody%20Known"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await first.PostForm($"/questions/{question}/declined", [("ask", "Cem Curator")], on: address)).StatusCode);
        await site.Quiet();
        Assert.Contains("Bea Binder asks you", await other.Page(address), StringComparison.Ordinal);
        Assert.DoesNotContain("Glue for vellum?", await first.Page("/invitations"), StringComparison.Ordinal);
        Assert.Equal([bea, cem], await site.Store.Read(db => db.Notifications.Where(n => n.TopicId == question && n.Kind == NoticeKind.Invited).OrderBy(n => n.Id).Select(n => n.PersonId).ToListAsync()));

        await site.Verb<AddPost>().Run(cem, question, Part.Answer, null, "Fish glue.");
        await site.Quiet();
        Assert.Equal(InvitationState.Answered, await site.Store.Read(db => db.Invitations.Where(i => i.TopicId == question && i.PersonId == cem).Select(i => i.State).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_is_asked_beyond_the_own_limit_in_a_pause_or_who_cannot_read()
    {
        await Space("limits", Tier.Unit);
        var (stella, zoe, out_) = (await site.Person("Stella Steward"), await site.Person("Zoe Zealous"), await site.Person("Olaf Outside"));
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, "limits", zoe, asSteward: false);
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, "limits", await site.Person("Anna Asker"), asSteward: false);
        using var asker = await site.SignedIn("Anna Asker");
        using var busy = await site.SignedIn("Zoe Zealous");
        using var outside = await site.SignedIn("Olaf Outside");
        var question = await Ask(asker, "limits", "Who empties the book drop?");
        var address = $"/questions/{question}/who-empties-the-book-drop";

        Assert.Equal(HttpStatusCode.NotFound, (await outside.GetAsync($"/questions/{question}/candidates")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await outside.PostForm($"/questions/{question}/invitations", [("person", $"{zoe}")], on: "/invitations")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await outside.GetAsync("/unanswered?space=limits")).StatusCode);
        var refused = await asker.PostForm($"/questions/{question}/invitations", [("person", $"{out_}")], on: address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("cannot read the question", await refused.Text(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await busy.PostForm("/invitations/wishes", [("MostOpen", "11")])).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await busy.PostForm("/invitations/wishes", [("MostOpen", "0"), ("QuietFrom", "17:30"), ("QuietUntil", "08:30")])).StatusCode);
        Assert.Contains("value=\"17:30\"", await busy.Page("/invitations"), StringComparison.Ordinal);
        Assert.Contains("has as many open questions", await (await asker.PostForm($"/questions/{question}/invitations", [("name", "Zoe Zealous")], on: address)).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await busy.PostForm("/invitations/wishes", [("MostOpen", "3")])).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await busy.PostForm("/invitations/week", [])).StatusCode);
        Assert.Contains("is not asked at present", await (await asker.PostForm($"/questions/{question}/invitations", [("person", $"{zoe}")], on: address)).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await asker.PostForm($"/questions/{question}/invitations", [("person", $"{stella}")], on: address)).StatusCode);
    }

    static (string, string)[] Terms() => [("Hours", "8"), ("RoundHours", "2"), ("Rounds", "2"), ("StewardHours", "2"), .. Enumerable.Range(0, 7).SelectMany(day => new[] { ($"From[{day}]", "00:00"), ($"Until[{day}]", "00:00") })];

    static async Task<long> Ask(HttpClient browser, string space, string title, params (string, string)[] more)
    {
        var asked = await browser.PostForm("/new/question", [("Space", space), ("Title", title), ("Body", "What we tried."), .. more]);
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        return long.Parse(asked.Headers.Location!.ToString().Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);
    }

    async Task Space(string slug, Tier tier = Tier.Institution)
    {
        await site.Verb<MakeSpace>().Run(null, slug, slug, "", tier);
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, slug, await site.Person("Stella Steward"), asSteward: true);
    }
}
