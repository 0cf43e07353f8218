using System.Net;
using Community.Governance;
using Community.People;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.People;

public sealed class AdminPeopleTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Theory]
    [InlineData(null)]
    [InlineData(Role.Guest)]
    [InlineData(Role.Member)]
    [InlineData(Role.Moderator)]
    public async Task To_others_these_pages_are_not_there(Role? role)
    {
        using var browser = role is null ? site.Visitor() : await site.SignedIn($"Some {role}", role.Value);
        var on = role is null ? "/sign-in" : "/account";

        foreach (var path in new[] { "/admin", "/admin/people", "/admin/people/new", $"/admin/people/{site.AdministratorId}" })
            Assert.Equal(HttpStatusCode.NotFound, await browser.Status(path));
        foreach (var path in new[] { "/admin/institution", "/admin/units", "/admin/people/new", $"/admin/people/{site.AdministratorId}/role", $"/admin/people/{site.AdministratorId}/close", $"/admin/people/{site.AdministratorId}/link" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.PostForm(path, [("role", "member"), ("name", "X"), ("unit", "Y")], on)).StatusCode);
        Assert.Equal(0, await site.Store.Read(db => db.Units.CountAsync(u => u.Name == "Y")));
    }

    [Fact]
    public async Task The_last_administrator_is_kept()
    {
        await using var own = await RunningSite.Start();
        using var browser = await own.SignedIn();
        var page = $"/admin/people/{own.AdministratorId}";

        var demoted = await browser.PostForm($"{page}/role", [("role", "member")], on: page);
        var closed = await browser.PostForm($"{page}/close", [], on: page);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (demoted.StatusCode, closed.StatusCode));
        Assert.Contains("the only administrator who can sign in", await demoted.Text(), StringComparison.Ordinal);
        await own.Person("Second Admin", Role.Administrator);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostForm($"{page}/role", [("role", "member")], on: page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await browser.Status("/admin"));
    }

    [Fact]
    public async Task A_closed_person_is_out_at_once_and_back_when_reopened()
    {
        using var administrator = await site.SignedIn();
        using var browser = await site.SignedIn("Clara Closed");
        var page = $"/admin/people/{await site.Person("Clara Closed")}";

        await administrator.PostForm($"{page}/close", [], on: page);

        Assert.Equal(HttpStatusCode.NotFound, await browser.Status("/account"));
        await administrator.PostForm($"{page}/reopen", [], on: page);
        Assert.Equal(HttpStatusCode.NotFound, await browser.Status("/account"));
        using var again = await site.SignedIn("Clara Closed");
        Assert.Equal(HttpStatusCode.OK, await again.Status("/account"));
    }

    [Fact]
    public async Task A_role_counts_from_the_next_request()
    {
        using var administrator = await site.SignedIn();
        using var browser = await site.SignedIn("Mona Moderates");
        var id = await site.Person("Mona Moderates");

        await administrator.PostForm($"/admin/people/{id}/role", [("role", "administrator")], on: $"/admin/people/{id}");
        Assert.Equal(HttpStatusCode.OK, await browser.Status("/admin/people"));
        await administrator.PostForm($"/admin/people/{id}/role", [("role", "guest")], on: $"/admin/people/{id}");
        Assert.Equal(HttpStatusCode.NotFound, await browser.Status("/admin/people"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.PostForm($"/admin/people/{id}/role", [("role", "7")], on: $"/admin/people/{id}")).StatusCode);
    }

    [Fact]
    public async Task People_are_found_by_name_and_address_and_paged()
    {
        for (var i = 0; i < 33; i++) await site.Verb<AddPerson>().Run(null, $"Many Ödön {i:00}", $"many{i}@library.example");
        using var administrator = await site.SignedIn();

        var first = await administrator.Page("/admin/people?who=many+odon");
        Assert.Contains("33 people", first, StringComparison.Ordinal);
        Assert.Contains("Many Ödön 29", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Many Ödön 30", first, StringComparison.Ordinal);
        var next = first[(first.IndexOf("class=\"button\" href=\"/admin/people?", StringComparison.Ordinal) + 21)..];
        var second = await administrator.Page(next[..next.IndexOf('"', StringComparison.Ordinal)]);
        Assert.Contains("Many Ödön 30", second, StringComparison.Ordinal);
        Assert.Contains("Many Ödön 32", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Many Ödön 29", second, StringComparison.Ordinal);
        Assert.Contains("Many Ödön 07", await administrator.Page("/admin/people?who=many7@"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_is_added_with_a_new_unit_and_a_link_to_carry()
    {
        using var administrator = await site.SignedIn();

        var answer = await administrator.PostForm("/admin/people/new", [("name", "Uma Unit"), ("email", "uma@library.example"), ("role", "guest"), ("unit", "Science branch")]);
        var page = await answer.Text();

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Contains("/link/", page, StringComparison.Ordinal);
        Assert.Contains("Science branch", await administrator.Page("/admin"), StringComparison.Ordinal);
        var doubled = await administrator.PostForm("/admin/people/new", [("name", "Uma Two"), ("email", "UMA@library.example"), ("role", "guest")]);
        Assert.Equal(HttpStatusCode.Conflict, doubled.StatusCode);
        Assert.Contains("value=\"Uma Two\"", await doubled.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_institution_is_described_anew()
    {
        await using var own = await RunningSite.Start();
        using var administrator = await own.SignedIn();

        var wrong = await administrator.PostForm("/admin/institution", [("name", "City Archive"), ("publicAddress", "javascript:alert(1)"), ("sign-up", "domains"), ("domains", "archive.example"), ("zone", "Europe/Vienna")], on: "/admin");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("value=\"City Archive\"", await wrong.Text(), StringComparison.Ordinal);
        var right = await administrator.PostForm("/admin/institution", [("name", "City Archive"), ("publicAddress", "https://archive.example"), ("sign-up", "domains"), ("domains", "archive.example"), ("zone", "Europe/Vienna")], on: "/admin");

        Assert.Equal(HttpStatusCode.SeeOther, right.StatusCode);
        var institution = await own.Store.Read(db => db.Institutions.SingleAsync());
        Assert.Equal(("City Archive", SignUp.Domains, "Europe/Vienna"), (institution.Name, institution.SignUp, institution.Zone));
    }
}
