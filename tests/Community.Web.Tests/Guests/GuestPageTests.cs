using System.Net;
using Community.Governance;
using Community.Notes.Leaving;
using Community.People;
using Community.Spaces;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Guests;

/// <summary>Inviting, renewing, taking over and ending guests, by forms alone.</summary>
public sealed class GuestPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    const string Host = "Holger Host", Steward = "Stella Steward", Other = "Olga Other";

    [Fact]
    public async Task A_guest_is_invited_by_a_form_comes_in_by_the_link_and_is_marked_wherever_they_write()
    {
        var space = await Space("maps");
        using var host = await site.SignedIn(Host);
        using var other = await site.SignedIn(Other);
        Assert.Contains($"/guests/new?space={space}", await host.Page($"/spaces/{space}/members"), StringComparison.Ordinal);
        Assert.DoesNotContain("/guests/new", await other.Page($"/spaces/{space}/members"), StringComparison.Ordinal);
        Assert.Contains("value=\"maps\" checked", await host.Page($"/guests/new?space={space}"), StringComparison.Ordinal);

        var wrong = await host.PostForm("/guests/new", [("Name", "Gabi Guest"), ("Email", "gabi@archive.example"), ("Until", Day(30)), ("Why", "Maps.")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("value=\"Gabi Guest\"", await wrong.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await host.PostForm("/guests/new", [("Name", "Gabi Guest"), ("Email", "gabi@archive.example"), ("Spaces", space), ("Until", Day(800)), ("Why", "Maps.")])).StatusCode);
        var made = await host.PostForm("/guests/new", [("Name", "Gabi Guest"), ("Email", "gabi@archive.example"), ("Spaces", space), ("Until", Day(30)), ("Why", "They lend us maps.")]);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var guest = await ComesIn(made, "Gabi Guest");

        var topic = await site.Verb<StartTopic>().Run(await site.Person(Host), space, TopicKind.Thread, "Which maps travel?", "All of them?", []);
        var post = await site.Verb<AddPost>().Run(guest, topic, Part.Reply, null, "Those on linen.");
        await site.Verb<AddPost>().Run(guest, topic, Part.Comment, post, "And none before 1800.");
        var thread = await host.Page($"/threads/{topic}/which-maps-travel");
        Assert.Equal(2, thread.Split("guest</span>").Length - 1);
        Assert.Contains("Guest</span>", await host.Page($"/people/{guest}/gabi-guest"), StringComparison.Ordinal);
        Assert.Contains("Guest</span>", await host.Page($"/spaces/{space}/members"), StringComparison.Ordinal);
        var program = await site.Program(await site.Person(Host));
        var posts = (await program.Read($"topics/{topic}/posts")).Json.GetProperty("items");
        Assert.Equal((false, true), (posts[0].GetProperty("isGuest").GetBoolean(), posts[1].GetProperty("isGuest").GetBoolean()));

        using var inside = site.Visitor();
        Assert.Equal(HttpStatusCode.SeeOther, (await inside.PostForm("/sign-in", [("email", "gabi@archive.example"), ("password", RunningSite.Password)])).StatusCode);
        await Space("not-theirs");
        Assert.Equal(HttpStatusCode.OK, await inside.Status($"/spaces/{space}"));
        Assert.Equal(HttpStatusCode.NotFound, await inside.Status("/spaces/not-theirs"));
        Assert.Equal(HttpStatusCode.NotFound, await inside.Status("/guests"));
        Assert.Equal(HttpStatusCode.NotFound, await inside.Status("/guests/new"));
        Assert.Equal(HttpStatusCode.NotFound, await inside.Status($"/guests/{guest}"));
    }

    [Fact]
    public async Task Only_who_answers_for_a_guest_and_administrators_see_and_keep_it()
    {
        var space = await Space("kept");
        using var host = await site.SignedIn(Host);
        using var other = await site.SignedIn(Other);
        using var administrator = await site.SignedIn();
        var guest = await Invite(host, space, "Kuno Kept");

        Assert.Contains("Kuno Kept", await host.Page("/guests"), StringComparison.Ordinal);
        Assert.Contains("Kuno Kept", await administrator.Page("/guests"), StringComparison.Ordinal);
        Assert.DoesNotContain("Kuno Kept", await other.Page("/guests"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await other.Status($"/guests/{guest}"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostForm($"/guests/{guest}/end", [("reason", "")], on: "/account")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostForm($"/guests/{guest}/renew", [("Until", Day(60)), ("Why", "More.")], on: "/account")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await host.PostForm($"/guests/{guest}/renew", [("Until", Day(-2)), ("Why", "More.")], on: $"/guests/{guest}")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await host.PostForm($"/guests/{guest}/renew", [("Until", Day(60)), ("Why", "More maps.")], on: $"/guests/{guest}")).StatusCode);
        Assert.Contains("More maps.", await host.Page($"/guests/{guest}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await host.PostForm($"/guests/{guest}/end", [("reason", "It is done.")], on: $"/guests/{guest}")).StatusCode);
        Assert.Contains("It is done.", await administrator.Page($"/guests/{guest}"), StringComparison.Ordinal);
        Assert.Contains("Whose time is over", await host.Page("/guests"), StringComparison.Ordinal);
        Assert.Contains("Ask them back", await host.Page($"/guests/{guest}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_sponsor_is_gone_a_steward_is_told_and_accepts_on_the_page()
    {
        var space = await Space("left");
        var steward = await site.Person(Steward);
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, space, steward, true);
        using var leaving = await site.SignedIn("Lena Leaving");
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, space, await site.Person("Lena Leaving"), false);
        var guest = await Invite(leaving, space, "Ludo Left");
        using var browser = await site.SignedIn(Steward);
        Assert.Equal(HttpStatusCode.NotFound, await browser.Status($"/guests/{guest}"));

        await site.Verb<ClosePerson>().Run(site.AdministratorId, await site.Person("Lena Leaving"));
        await site.Quiet();

        Assert.Contains($"/guests/{guest}", await browser.Page("/notifications"), StringComparison.Ordinal);
        Assert.Contains("Nobody answers for them any more", await browser.Page("/guests"), StringComparison.Ordinal);
        Assert.Contains("I answer for them", await browser.Page($"/guests/{guest}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostForm($"/guests/{guest}/take-over", [], on: $"/guests/{guest}")).StatusCode);
        Assert.DoesNotContain("I answer for them", await browser.Page($"/guests/{guest}"), StringComparison.Ordinal);
        Assert.Contains("Taken over", await browser.Page($"/guests/{guest}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task Who_left_by_themselves_is_asked_back_by_an_administrator_alone_and_without_a_name_by_nobody(bool isNameGone)
    {
        var name = isNameGone ? "Nadia Nameless" : "Gero Gone";
        using var host = await site.SignedIn(Host);
        using var administrator = await site.SignedIn();
        var guest = await ComesIn(await Asked(host, await Space(isNameGone ? "nameless" : "gone"), name), name);
        Assert.Contains("Renew", await host.Page($"/guests/{guest}"), StringComparison.Ordinal);

        await site.Verb<LeaveCommunity>().Run(guest, RunningSite.Password, isNameGone, null);

        Assert.DoesNotContain("Ask them back", await host.Page($"/guests/{guest}"), StringComparison.Ordinal);
        Assert.Equal(!isNameGone, (await administrator.Page($"/guests/{guest}")).Contains("Ask them back", StringComparison.Ordinal));
        Assert.Equal(isNameGone ? HttpStatusCode.Conflict : HttpStatusCode.SeeOther, (await administrator.PostForm($"/guests/{guest}/renew", [("Until", Day(60)), ("Why", "More.")], on: $"/guests/{guest}")).StatusCode);
    }

    string Day(int days) => IsoDay.Of(DateOnly.FromDateTime(site.Clock.Now()).AddDays(days))!;

    async Task<string> Space(string slug)
    {
        await site.Verb<MakeSpace>().Run(site.AdministratorId, slug, "About " + slug, "", Tier.Partners);
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, slug, await site.Person(Host), false);
        return slug;
    }

    Task<HttpResponseMessage> Asked(HttpClient by, string space, string name) =>
        by.PostForm("/guests/new", [("Name", name), ("Email", RunningSite.EmailOf(name)), ("Spaces", space), ("Until", Day(30)), ("Why", "They lend us maps.")]);

    async Task<long> Invite(HttpClient by, string space, string name)
    {
        Assert.Equal(HttpStatusCode.Created, (await Asked(by, space, name)).StatusCode);
        return await site.Store.Read(db => db.People.Where(p => p.Name == name).Select(p => p.Id).FirstAsync());
    }

    /// <summary>By the link that the page shows to whoever asked the guest.</summary>
    async Task<long> ComesIn(HttpResponseMessage made, string name)
    {
        var page = await made.Text();
        var link = page[(page.IndexOf("/link/", StringComparison.Ordinal) + "/link/".Length)..];
        await site.Verb<UseInvitation>().Run(link[..link.IndexOf('"', StringComparison.Ordinal)], name, RunningSite.Password);
        return await site.Store.Read(db => db.People.Where(p => p.Name == name).Select(p => p.Id).FirstAsync());
    }
}
