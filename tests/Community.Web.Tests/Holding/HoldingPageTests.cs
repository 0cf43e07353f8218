using System.Globalization;
using System.Net;
using Community.Governance;
using Community.Spaces;
using Community.Spaces.Voices;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Community.Topics.Voices;
using Community.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Holding;

/// <summary>What waits, by forms alone and by programs; and that nobody else finds it.</summary>
public sealed class HoldingPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    const string Steward = "Stella Steward", Author = "Anna Author", Other = "Otto Other", Plain = "Paula Plain";

    [Fact]
    public async Task A_held_text_is_nowhere_until_it_is_approved()
    {
        var topic = await Topic("held", Tier.Public);
        await site.Verb<KeepApprovalRule>().Run(null, null, new ApprovalTerms("Everything here", "It is read outside.", null, await SpaceId("held"), null, null, false, false, false, 4, null));
        using var author = await site.SignedIn(Author);
        using var other = await site.SignedIn(Plain);
        using var steward = await site.SignedIn(Steward);
        using var visitor = site.Visitor();
        var program = await site.Program(await site.Person(Plain));
        await site.Verb<Community.Topics.Watching.ChooseWatch>().Run(await site.Person(Plain), new Community.Topics.Watching.WatchSubject(TopicId: topic), Community.Topics.Watching.WatchLevel.Watch);

        var sent = await author.PostForm($"/topics/{topic}/posts", [("Part", "Reply"), ("Body", "The canary quokkaheld sings.")]);

        var address = sent.Headers.Location!.ToString();
        Assert.Matches("^/submissions/[0-9]+$", address);
        Assert.Contains("quokkaheld", await author.Page(address), StringComparison.Ordinal);
        Assert.Contains("It is read outside.", await author.Page(address), StringComparison.Ordinal);
        await site.Quiet();
        string[] surfaces = [$"/threads/{topic}/about-held", "/search?q=quokkaheld", "/spaces/held", "/notifications", "/experts?q=quokkaheld", "/search/similar?title=quokkaheld", "/spaces/held/feed.atom", "/feed.atom", "/threads"];
        foreach (var browser in new[] { other, visitor })
        {
            Assert.Equal(HttpStatusCode.NotFound, await browser.Status(address));
            foreach (var surface in surfaces.Where(surface => browser == other || surface != "/notifications"))
                Assert.DoesNotContain("canary", await (await browser.GetAsync(new Uri(surface, UriKind.Relative))).Text(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, await other.Status("/moderation/queue"));
        foreach (var call in new[] { $"topics/{topic}", $"topics/{topic}/posts", "search?q=quokkaheld", "events?limit=100" })
            Assert.DoesNotContain("canary", await (await program.GetAsync(new Uri("/api/v1/" + call, UriKind.Relative))).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"held\"", (await (await program.GetAsync(new Uri("/api/v1/events?limit=100", UriKind.Relative))).Text()).Replace("\"slug\":\"held\"", "", StringComparison.Ordinal), StringComparison.Ordinal);

        var id = address[(address.LastIndexOf('/') + 1)..];
        Assert.Contains("quokkaheld", await steward.Page($"/moderation/queue?item={id}"), StringComparison.Ordinal);
        Assert.Contains("sent something that waits", await steward.Page("/notifications"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await steward.PostForm($"/submissions/{id}/claim", [])).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await steward.PostForm($"/submissions/{id}/judge", [("Verdict", "return"), ("Version", "1"), ("Note", "")])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await author.PostForm($"/submissions/{id}/judge", [("Verdict", "approve"), ("Version", "1")])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostForm($"/submissions/{id}/judge", [("Verdict", "approve"), ("Version", "1")])).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await steward.PostForm($"/submissions/{id}/judge", [("Verdict", "approve"), ("Version", "1")])).StatusCode);
        await site.Until("it is posted", async db => await db.Posts.AnyAsync(p => p.TopicId == topic && p.Part == Part.Reply));
        await site.Quiet();

        Assert.Contains("quokkaheld", await visitor.Page($"/threads/{topic}/about-held"), StringComparison.Ordinal);
        Assert.Contains("quokkaheld", await other.Page("/search?q=quokkaheld"), StringComparison.Ordinal);
        Assert.Contains("wrote", await other.Page("/notifications"), StringComparison.Ordinal);
        Assert.StartsWith("/posts/", (await author.GetAsync(new Uri(address, UriKind.Relative))).Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_found_comes_back_marked_with_the_text_kept_and_is_masked_by_one_button()
    {
        await site.Verb<ReadyGuards>().Run();
        var topic = await Topic("cards", Tier.Institution);
        using var author = await site.SignedIn(Author);

        var stopped = await author.PostForm($"/topics/{topic}/posts", [("Part", "Reply"), ("Body", "She paid with 4111 1111 1111 1111 today.")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stopped.StatusCode);
        var page = await stopped.Text();
        Assert.Contains("<mark class=\"caught\" title=\"Payment card\">4111 1111 1111 1111</mark>", page, StringComparison.Ordinal);
        Assert.Contains(">\nShe paid with 4111 1111 1111 1111 today.</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("name=\"MaskFound\"", page, StringComparison.Ordinal);
        Assert.Contains("caught", await (await author.PostForm("/preview", [("text", "4111 1111 1111 1111"), ("kind", "Thread")], on: "/new/thread")).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await author.PostForm($"/topics/{topic}/posts", [("Part", "Reply"), ("Body", "She paid with 4111 1111 1111 1111 today."), ("MaskFound", "true")])).StatusCode);
        Assert.Equal(["She paid with •••• •••• •••• 1111 today."], await site.Store.Read(db => db.Revisions.Where(r => r.Post.TopicId == topic && r.Post.Part == Part.Reply).Select(r => r.Source).ToListAsync()));

        var program = await site.Program(await site.Person(Author));
        var answer = await program.Call("POST", $"topics/{topic}/posts", new { role = "reply", body = "And with 5555 5555 5555 4444." });
        Assert.Equal((HttpStatusCode)202, (HttpStatusCode)answer.Status);
        Assert.Equal("held", answer.Json.GetProperty("standing").GetString());
    }

    [Fact]
    public async Task In_the_institutions_name_staff_see_who_wrote_it_and_others_never_do()
    {
        var topic = await Topic("hours", Tier.Public);
        var author = await site.Person(Author);
        await site.Verb<GrantVoice>().Run(null, author, Voice.Institution, null, null, site.Clock.Now().AddDays(30), false, "She keeps the web pages.");
        using var browser = await site.SignedIn(Author);
        using var other = await site.SignedIn(Plain);
        using var visitor = site.Visitor();
        Assert.Contains("<option value=\"institution\"", await browser.Page($"/threads/{topic}/about-hours"), StringComparison.Ordinal);
        Assert.DoesNotContain("<option value=\"institution\"", await other.Page($"/threads/{topic}/about-hours"), StringComparison.Ordinal);

        var asked = await browser.PostForm($"/topics/{topic}/posts", [("Part", "Reply"), ("Body", "We open at nine."), ("Speaks", "institution")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Contains("name=\"Sure\"", await asked.Text(), StringComparison.Ordinal);
        var sent = await browser.PostForm($"/topics/{topic}/posts", [("Part", "Reply"), ("Body", "We open at nine."), ("Speaks", "institution"), ("Sure", "true")]);
        Assert.Contains("Undo", await browser.Page(sent.Headers.Location!.ToString()), StringComparison.Ordinal);
        site.Clock.Forward(TimeSpan.FromSeconds(31));
        await site.Until("it is posted", async db => await db.Posts.AnyAsync(p => p.TopicId == topic && p.Voice == Voice.Institution));
        await site.Quiet();

        var staffPage = await other.Page($"/threads/{topic}/about-hours");
        Assert.Contains("In the name of University Library", staffPage, StringComparison.Ordinal);
        Assert.Contains($"/people/{author}/", staffPage, StringComparison.Ordinal);
        foreach (var surface in new[] { $"/threads/{topic}/about-hours", "/search?q=nine", "/spaces/hours", "/spaces/hours/feed.atom" })
        {
            var text = await visitor.Page(surface);
            Assert.DoesNotContain("Anna Author", text, StringComparison.Ordinal);
            Assert.DoesNotContain($"/people/{author}", text, StringComparison.Ordinal);
        }

        Assert.Contains("In the name of University Library", await visitor.Page($"/threads/{topic}/about-hours"), StringComparison.Ordinal);
        var program = await site.Program(await site.Person(Plain));
        var post = (await program.Read($"topics/{topic}/posts")).Json.GetProperty("items")[1];
        Assert.Equal(("institution", "University Library", author), (post.GetProperty("voice").GetString(), post.GetProperty("speaksFor").GetString(), post.GetProperty("writtenBy").GetProperty("id").GetInt64()));
    }

    [Fact]
    public async Task A_personal_post_of_staff_carries_the_disclaimer_of_its_day_on_page_feed_and_api_where_others_read_it()
    {
        var (open, inside) = (await Topic("open", Tier.Public), await Topic("inside", Tier.Institution));
        await site.Verb<WriteDisclaimer>().Run(null, "I write for myself here.");
        await site.Verb<AddPost>().Run(await site.Person(Author), open, Part.Reply, null, "My own view.");
        await site.Verb<AddPost>().Run(await site.Person(Author), inside, Part.Reply, null, "My own view.");
        using var visitor = site.Visitor();
        using var other = await site.SignedIn(Other);

        Assert.Contains("I write for myself here.", await visitor.Page($"/threads/{open}/about-open"), StringComparison.Ordinal);
        Assert.Contains("I write for myself here.", await visitor.Page($"/topics/{open}/feed.atom"), StringComparison.Ordinal);
        Assert.DoesNotContain("I write for myself here.", await other.Page($"/threads/{inside}/about-inside"), StringComparison.Ordinal);
        var program = await site.Program(await site.Person(Other));
        Assert.Equal("I write for myself here.", (await program.Read($"topics/{open}/posts")).Json.GetProperty("items")[1].GetProperty("disclaimer").GetString());
    }

    [Fact]
    public async Task Rules_grants_and_reasons_are_kept_by_administrators_by_forms_alone()
    {
        using var administrator = await site.SignedIn();
        using var other = await site.SignedIn(Other);
        foreach (var page in new[] { "/admin/checks", "/admin/voices", "/admin/rights", "/admin/checks/new?kind=Subject" })
        {
            await administrator.Page(page);
            Assert.Equal(HttpStatusCode.NotFound, await other.Status(page));
        }

        var refused = await administrator.PostForm("/admin/checks", [("Kind", "Subject"), ("Name", "Tender"), ("Query", "tender"), ("Act", "Hold"), ("Why", "It runs."), ("Owner", Other)], on: "/admin/checks/new");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("value=\"Tender\"", await refused.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.PostForm("/admin/checks", [("Kind", "Subject"), ("Name", "Tender"), ("Query", "tender"), ("Act", "Hold"), ("Why", "It runs."), ("Protected", "Pay."), ("Owner", Other), ("Until", site.Clock.Now().AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))], on: "/admin/checks/new")).StatusCode);
        var page2 = await administrator.Page("/admin/checks");
        Assert.Contains("It runs.", page2, StringComparison.Ordinal);
        var id = await site.Store.Read(db => db.GuardRules.Where(r => r.Name == "Tender").Select(r => r.Id).FirstAsync());
        Assert.Contains("value=\"tender\"", await administrator.Page($"/admin/checks/{id}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.PostForm($"/admin/checks/{id}/end", [], on: "/admin/checks")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.PostForm("/admin/reasons", [("words", "Leave out the name.")], on: "/admin/checks")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.PostForm("/admin/voices", [("Person", Other), ("Until", site.Clock.Now().AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("Why", "He speaks."), ("NeedsSecond", "true")])).StatusCode);
        Assert.Contains("He speaks.", await administrator.Page("/admin/voices"), StringComparison.Ordinal);
    }

    async Task<long> Topic(string space, Tier tier)
    {
        await site.Verb<MakeSpace>().Run(null, space, space, "", tier);
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, space, await site.Person(Steward), true);
        return await site.Verb<StartTopic>().Run(site.AdministratorId, space, TopicKind.Thread, "About " + space, "What is it?", []);
    }

    Task<long> SpaceId(string slug) => site.Store.Read(db => db.Spaces.Where(s => s.Slug == slug).Select(s => s.Id).FirstAsync());
}
