using System.Net;
using Community.Governance;
using Community.People;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.People;

public sealed class LinkTests(RunningSite site) : IClassFixture<RunningSite>
{
    const string Chosen = "seven otters count the rain";

    [Fact]
    public async Task An_invitation_works_once_and_looking_at_it_does_not_use_it_up()
    {
        var added = await site.Verb<AddPerson>().Run(site.AdministratorId, "Ines Invited", "ines@library.example");
        var path = new Uri(added.Link!.Address).AbsolutePath;
        Assert.StartsWith(site.Address.ToString(), added.Link.Address, StringComparison.Ordinal);
        using var browser = site.Visitor();
        Assert.Equal(HttpStatusCode.OK, await browser.Status(path));
        Assert.Equal(HttpStatusCode.OK, await browser.Status(path));

        var answer = await browser.PostForm(path, [("name", "Ines I."), ("password", Chosen), ("Role", "Administrator")]);

        Assert.Equal((HttpStatusCode.SeeOther, "/"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Equal(HttpStatusCode.OK, await browser.Status("/account"));
        Assert.Equal(("Ines I.", Role.Member), await site.Store.Read(async db => await db.People.Where(p => p.Id == added.Id).Select(p => new { p.Name, p.Role }).SingleAsync()) is var person ? (person.Name, person.Role) : default);
        using var second = site.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, await second.Status(path));
        Assert.Equal(HttpStatusCode.NotFound, (await second.PostForm(path, [("name", "X"), ("password", Chosen)], on: "/sign-in")).StatusCode);
    }

    [Fact]
    public async Task A_refused_password_leaves_the_link_open()
    {
        var added = await site.Verb<AddPerson>().Run(site.AdministratorId, "Rolf Refused", "rolf@library.example");
        var path = new Uri(added.Link!.Address).AbsolutePath;
        using var browser = site.Visitor();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostForm(path, [("name", "Rolf"), ("password", "123456789012345")])).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostForm(path, [("name", "Rolf"), ("password", Chosen)])).StatusCode);
    }

    [Fact]
    public async Task A_reset_runs_out_after_a_day_and_a_newer_one_ends_the_older()
    {
        var id = await site.Person("Erik Expired");
        var old = new Uri((await site.Verb<MakeLink>().Run(site.AdministratorId, id, LinkPurpose.ResetPassword)).Address).AbsolutePath;
        var path = new Uri((await site.Verb<MakeLink>().Run(site.AdministratorId, id, LinkPurpose.ResetPassword)).Address).AbsolutePath;
        using var browser = site.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, await browser.Status(old));
        Assert.Equal(HttpStatusCode.OK, await browser.Status(path));

        site.Clock.Forward(TimeSpan.FromHours(25));

        Assert.Equal(HttpStatusCode.NotFound, await browser.Status(path));
        await Assert.ThrowsAsync<RefusedException>(() => site.Verb<UseReset>().Run(path.Split('/')[^1], Chosen));
    }

    [Fact]
    public async Task A_reset_signs_out_everywhere_and_a_jump_of_the_clock_does_not()
    {
        using var browser = await site.SignedIn("Rosa Reset");
        site.Clock.Forward(TimeSpan.FromDays(40));
        Assert.Equal(HttpStatusCode.OK, await browser.Status("/account"));
        var path = new Uri((await site.Verb<MakeLink>().Run(site.AdministratorId, await site.Person("Rosa Reset"), LinkPurpose.ResetPassword)).Address).AbsolutePath;
        using var other = site.Visitor();

        await other.PostForm(path, [("password", Chosen)]);

        Assert.Equal(HttpStatusCode.OK, await other.Status("/account"));
        Assert.Equal(HttpStatusCode.NotFound, await browser.Status("/account"));
    }

    [Fact]
    public async Task One_link_used_by_many_at_once_serves_one()
    {
        var added = await site.Verb<AddPerson>().Run(null, "Rana Race", "rana@library.example");
        var secret = added.Link!.Address.Split('/')[^1];

        var uses = Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                await site.Verb<UseInvitation>().Run(secret, "Rana Race", Chosen);
                return 1;
            }
            catch (RefusedException)
            {
                return 0;
            }
        });

        Assert.Equal(1, (await Task.WhenAll(uses)).Sum());
    }

    [Fact]
    public async Task An_imported_person_is_handed_over()
    {
        var imported = await site.Store.Write(async db =>
        {
            var person = Person.Imported("kbrunner", new DateTime(2019, 1, 1, 0, 0, 0, DateTimeKind.Utc), DateTime.UtcNow);
            db.People.Add(person);
            await db.SaveChangesAsync();
            return person.Id;
        });
        var path = new Uri((await site.Verb<MakeLink>().Run(site.AdministratorId, imported, LinkPurpose.HandOver)).Address).AbsolutePath;
        using var browser = site.Visitor();

        var answer = await browser.PostForm(path, [("name", "Karin Brunner"), ("email", "karin@library.example"), ("password", Chosen)]);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var person = await site.Store.Read(db => db.People.SingleAsync(p => p.Id == imported));
        Assert.Equal(("Karin Brunner", false), (person.Name, person.IsImported));
        Assert.NotNull(await site.Verb<CheckPassword>().Run("KARIN@library.example", Chosen));
    }

    [Fact]
    public async Task Links_begin_with_the_public_address_whatever_host_was_asked()
    {
        using var browser = await site.SignedIn();
        browser.DefaultRequestHeaders.Host = "evil.example";

        var answer = await browser.PostForm("/admin/people/new", [("name", "Hugo Host"), ("email", "hugo@library.example"), ("role", "member")]);

        var page = await answer.Text();
        Assert.Contains($"value=\"{site.Address}link/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example/link", page, StringComparison.Ordinal);
    }
}
